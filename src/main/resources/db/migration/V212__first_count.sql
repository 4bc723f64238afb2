-- 同意の取得状況: the first count of an insurer is made once more at the next look, for its first files may still be coming in.
alter table consent.lapse_run add column again boolean not null default false;
