-- The list of 連携できない方 and its counts read cases only, 適用除外 and 確認できない too, in the order of the page.
drop index insured.link_open_case;
create index link_case_list on insured.link (insurer_number, state, changed_at, insured_number) where state >= 3;
