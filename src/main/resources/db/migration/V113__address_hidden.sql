-- 支援措置: whose address is for the insurer's eyes only. The rooms whose records name a place ask this.
create view insured.address_hidden as
    select insurer_number, insured_number from insured.person where deleted_at is null and protection;
grant select on insured.address_hidden to ${application};
