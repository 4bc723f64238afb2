-- 認定審査会の委員: of an insurer, without a certificate; so a one-time code goes to this address (rulings 42).
alter table identity.account drop constraint account_role_check;
alter table identity.account
    add constraint account_role_check check (role in ('STAFF', 'VENDOR', 'FEDERATION', 'OPERATOR', 'MEMBER')),
    add column mail text check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(mail) <= 254),
    add check ((role = 'MEMBER') = (mail is not null));
