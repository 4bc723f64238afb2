-- 連携方式 that a municipality has chosen (rulings 30, 31), null before. It belongs to the set-up.
alter table rollout.setup add column method text check (method in ('API', 'FILE'));
alter table participants.insurer drop column link_method;
