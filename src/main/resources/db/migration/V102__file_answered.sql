-- Files that wait for answers of the 中間サーバ or for an M01: looked for after every batch, and few.
create index file_answered on intake.file (insurer_number, receipt) where status in (21, 25);
