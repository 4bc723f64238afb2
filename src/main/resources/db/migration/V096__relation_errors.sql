-- Relation checks that rest on memory, inference or proposal warn, unless the municipality wants errors (rulings 32).
alter table participants.insurer add column relation_errors boolean not null default false;
