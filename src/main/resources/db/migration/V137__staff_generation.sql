-- Each stop, restart or replacement of an account ends what is signed in with it, also if no request came between the two.
alter table identity.account add column generation integer not null default 0;
