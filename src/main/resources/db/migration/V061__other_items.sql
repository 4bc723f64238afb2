-- Optional items that an edit of a layout file added: they have no column and are kept as one object, name to value.
alter table insured.person add column other_items jsonb;
alter table insured.person_history add column other_items jsonb;
