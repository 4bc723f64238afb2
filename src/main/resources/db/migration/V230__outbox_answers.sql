-- 受領・受理・差戻し: what the municipality answers to what was sent to it, in its order; the last answer holds.
create table outbox.answer (
    insurer_number text        not null,
    number         bigint      not null,
    revision       integer     not null,
    answer         text        not null check (answer in ('RECEIVED', 'ACCEPTED', 'RETURNED')),
    reason         text,                    -- of a 差戻し
    remark         text,                    -- in words, for whoever has sent it
    answered_at    timestamptz not null,
    answered_by    text        not null,
    primary key (insurer_number, number, revision),
    foreign key (insurer_number, number) references outbox.item
);
grant select, insert on outbox.answer to ${application};
