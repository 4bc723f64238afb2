-- What readers go by. A person whose M01 was deleted is not there, and with it everything that hangs on it; both come back
-- with a new M01 (issue note "interface" 9.5). A view shows the columns that its table has on this day.
create view insured.present as
    select insurer_number, insured_number from insured.person where deleted_at is null;
grant select on insured.present to ${application};

create view cards.insurance_card_shown as
    select t.* from cards.insurance_card t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on cards.insurance_card_shown to ${application};

create view cards.burden_ratio_shown as
    select t.* from cards.burden_ratio t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on cards.burden_ratio_shown to ${application};

create view cards.reduction_shown as
    select t.* from cards.reduction t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on cards.reduction_shown to ${application};

create view benefits.home_modification_shown as
    select t.* from benefits.home_modification t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on benefits.home_modification_shown to ${application};

create view benefits.equipment_purchase_shown as
    select t.* from benefits.equipment_purchase t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on benefits.equipment_purchase_shown to ${application};

create view certification.application_shown as
    select t.* from certification.application t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on certification.application_shown to ${application};

create view certification.progress_shown as
    select t.* from certification.progress t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on certification.progress_shown to ${application};

create view consent.received_shown as
    select t.* from consent.received t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on consent.received_shown to ${application};

create view opinion.request_shown as
    select t.* from opinion.request t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on opinion.request_shown to ${application};

create view insured.service_use_shown as
    select t.* from insured.service_use t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on insured.service_use_shown to ${application};

create view life.evaluation_shown as
    select t.* from life.evaluation t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on life.evaluation_shown to ${application};

create view careplan.plan_shown as
    select t.* from careplan.plan t join insured.present using (insurer_number, insured_number) where t.deleted_at is null;
grant select on careplan.plan_shown to ${application};

-- 申請時の同意: what the records of an application said, once for each change. Daily repeats of the same are none (rulings 20).
create view consent.said_in_application as
    select insurer_number, insured_number, history_no, applied_on, consent, consent_on, registered_at as received_at
    from (
        select *, lag((applied_on, consent, consent_on)::text)
            over (partition by insurer_number, insured_number, history_no order by revision) as before
        from (
            select insurer_number, insured_number, history_no, revision, registered_at, applied_on, consent, consent_on
            from certification.application where deleted_at is null
            union all
            select insurer_number, insured_number, history_no, revision, registered_at, applied_on, consent, consent_on
            from certification.application_history where deleted_at is null) as state) as told
    where before is distinct from (applied_on, consent, consent_on)::text;
grant select on consent.said_in_application to ${application};
