-- Who signs in: staff of an insurer, the insurer's vendor (受託ベンダ, ends by date), a 国保連合会 (number: prefecture code and
-- 0000), an operator of the platform (number 000000). Roles and numbers are proposed, ours.
alter table identity.account add column role text not null default 'STAFF'
    check (role in ('STAFF', 'VENDOR', 'FEDERATION', 'OPERATOR'));
alter table identity.account add column ends_on date;
alter table identity.account add check (role <> 'VENDOR' or ends_on is not null);
