-- Every account that is not the demo's needs an address: the one-time code after the password goes there. And a 仮パスワード,
-- made by the machine, is good until a day and has to be changed first.
do $$
declare
    old text;
begin
    select conname into strict old from pg_constraint
    where conrelid = 'identity.account'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%(mail IS NOT NULL)%';
    execute format('alter table identity.account drop constraint %I', old);
end $$;
alter table identity.account
    add constraint account_member_has_mail check (role <> 'MEMBER' or mail is not null),
    add column initial_until timestamptz;
