-- PMHキーの検索値の鍵: under which key each hash was made, so that an older key can leave the ring once nobody stands under it.
-- 0: from before keys had marks; those were made with the oldest key of the ring.
alter table insured.pmh_directory add column key_mark integer not null default 0;
