-- One person, several files (rulings 25, 26). What the room insured tells the gate: the other files of whoever has this one.
-- With the PMHキー at other insurers; by 旧被保険者番号 at the same one, where a key can stand only once.
create index person_former_number on insured.person (insurer_number, former_insured_number)
    where former_insured_number is not null;

create view insured.same_person as
    select l.insurer_number, l.insured_number, d.insurer_number as other_insurer, d.insured_number as other_insured
    from insured.link l
    join insured.pmh_directory d on d.pmh_hmac = l.pmh_hmac and d.insurer_number <> l.insurer_number
    where l.state = 2
    union all
    select n.insurer_number, n.former_insured_number, n.insurer_number, n.insured_number
    from insured.person n
    where n.former_insured_number is not null and n.former_insured_number <> n.insured_number and n.deleted_at is null
    union all
    select n.insurer_number, n.insured_number, n.insurer_number, n.former_insured_number
    from insured.person n
    where n.former_insured_number is not null and n.former_insured_number <> n.insured_number and n.deleted_at is null;
grant select on insured.same_person to ${application};

-- Whose files at other insurers can be found at all.
create view insured.keyed as select insurer_number, insured_number from insured.link where state = 2;
grant select on insured.keyed to ${application};
