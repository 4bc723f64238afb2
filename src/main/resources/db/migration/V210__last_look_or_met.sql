-- 前回の閲覧: whether what is compared with was a look, or only the moment from which the office knew the person. Of what stands
-- here already it is not known, and a page does not say that it was a look.
alter table viewing.last_look
    add column seen_looked boolean not null default false,
    add column base_looked boolean not null default false;
