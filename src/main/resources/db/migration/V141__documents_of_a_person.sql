-- What the room certification tells the room documents: which documents are about whom. Under a permit for one person no
-- other document is read.
create view documents.of_person as
    select insurer_number, insured_number, sha256 from certification.form_shown;
grant select on documents.of_person to ${application};
