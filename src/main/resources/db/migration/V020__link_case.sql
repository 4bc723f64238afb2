-- 連携できない方: what staff answered on the way to a link, and what they recorded. Rows are added; a step that was taken
-- back keeps its row. (receipt, line) name the M01 record whose answer made the case: a newer record begins anew.
create table insured.link_case (
    insurer_number text        not null,
    insured_number text        not null,
    number         integer     not null,
    receipt        bigint      not null,
    line           integer     not null,
    step           text        not null,
    choice         text        not null,
    note           text,
    by_whom        text        not null,
    at             timestamptz not null,
    taken_back_by  text,
    taken_back_at  timestamptz,
    primary key (insurer_number, insured_number, number)
);

grant select, insert, update on insured.link_case to ${application};
