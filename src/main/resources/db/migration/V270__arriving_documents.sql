-- Full parts of documents that are on their way in, until their last byte has come and they were found sound. Nothing of it is
-- a document. Not logged: what is on its way need not outlive a crash of the database, which empties the table.
create unlogged table documents.arriving (
    insurer_number text        not null,
    arriving       uuid        not null,
    part           smallint    not null check (part >= 0),
    content        bytea       not null check (octet_length(content) = 262144),
    written_at     timestamptz not null,
    primary key (insurer_number, arriving, part)
);
-- A PDF is packed already.
alter table documents.arriving alter column content set storage external;

grant select, insert, delete on documents.arriving to ${application};
