-- Room documents: PDF files, each once per insurer under the hash of its bytes (settled 36).
create schema documents;

create table documents.document (
    insurer_number text        not null,
    sha256         bytea       not null check (octet_length(sha256) = 32),
    pages          integer     not null check (pages > 0),
    bytes          integer     not null check (bytes > 0),
    received_at    timestamptz not null,
    received_by    text        not null,
    -- When to ask whether a record names it; null once one does: the histories of the records forget nothing.
    ask_at         timestamptz,
    primary key (insurer_number, sha256)
);
create index document_to_ask on documents.document (insurer_number, ask_at) where ask_at is not null;

create table documents.part (
    insurer_number text     not null,
    sha256         bytea    not null,
    part           smallint not null,
    content        bytea    not null check (octet_length(content) <= 262144),
    primary key (insurer_number, sha256, part),
    foreign key (insurer_number, sha256) references documents.document on delete cascade
);
-- A PDF is packed already.
alter table documents.part alter column content set storage external;

grant usage on schema documents to ${application};
grant select, insert, update, delete on all tables in schema documents to ${application};
