-- 作成依頼 to an institution: whom a clinic, or an 老健 or 医療院, has to do with.
create index request_of_institution on opinion.request (issuer_number, issuer_kind, insurer_number, insured_number);
