-- A record that waits for its M01, and whose line was sent again for another person: it is given up at the next look.
alter table intake.waiting add column superseded boolean not null default false;
