-- 同意の取得状況: what the daily job counted at an insurer. One row for each figure, of whole numbers of persons.
create table consent.coverage (
    insurer_number text    not null,
    figure         text    not null,   -- CERTIFIED, STANDING, IN_FORCE, OLD_ONLY
    what           text    not null,   -- of STANDING its name, of IN_FORCE the channel, of OLD_ONLY the month in which the certification ends
    period         text    not null,   -- of IN_FORCE, else empty
    persons        integer not null,
    primary key (insurer_number, figure, what, period)
);
grant select, insert, delete on consent.coverage to ${application};
