-- 支援措置 comes with the facts of a look: a statement under its permit asks nobody again whether the address may leave.
create or replace view insured.facts as
    select insurer_number, insured_number, lost_on, protection from insured.person where deleted_at is null;
