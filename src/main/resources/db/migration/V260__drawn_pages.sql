-- Pages of a document as pictures and text, drawn by a process of its own (settled 36): once for each document, whoever looks.
create table documents.page (
    insurer_number text        not null,
    sha256         bytea       not null,
    page           smallint    not null check (page > 0),
    picture        bytea,                    -- JPEG; null if it could not be drawn
    words          text        not null,     -- the text of the page, as far as there is any
    digest         bytea,                    -- of picture and text: whether two pages are the same
    problem        text,                     -- why it could not be drawn
    drawn_at       timestamptz not null,
    primary key (insurer_number, sha256, page),
    foreign key (insurer_number, sha256) references documents.document on delete cascade,
    check ((picture is null) = (problem is not null) and (picture is null) = (digest is null))
);
alter table documents.page alter column picture set storage external;
grant select, insert, delete on documents.page to ${application};

-- Documents whose pages are to be drawn before somebody asks for them.
create table documents.to_draw (
    insurer_number text        not null,
    sha256         bytea       not null,
    asked_at       timestamptz not null,
    primary key (insurer_number, sha256),
    foreign key (insurer_number, sha256) references documents.document on delete cascade
);
grant select, insert, delete on documents.to_draw to ${application};

-- What other rooms may know: whether two pages are the same.
create view documents.page_digest as
    select insurer_number, sha256, page, digest from documents.page where digest is not null;
grant select on documents.page_digest to ${application};
