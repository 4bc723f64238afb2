-- findings: of the record's own checks, as in intake.result; they are not made again when its M01 has come.
-- superseded: its line was sent again for another person: it is given up at the next look.
alter table intake.waiting
    add column findings text,
    add column superseded boolean not null default false;
