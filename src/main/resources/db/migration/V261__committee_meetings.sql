-- 認定審査会の資料: a set of papers for one meeting of a 合議体, however it came (M11, or the officer's screen).
create table committee.meeting (
    insurer_number    text        not null,    -- the host; a case may be another insurer's (rulings 42)
    meeting           uuid        not null,
    material_no       text        not null,    -- 資料番号
    material_revision integer,                 -- of M11: the revision that was taken in last; null of the screen
    panel_no          text        not null,
    planned_at        timestamptz not null,
    viewing           text        not null check (viewing in ('1', '2', '3')),
    open_from         timestamptz not null,
    open_to           timestamptz not null,
    version           integer     not null,
    recalled_at       timestamptz,
    recalled_by       text,
    recall_reason     text,
    erased_at         timestamptz,             -- after the end or the recall: notes, levels and pictures are gone
    primary key (insurer_number, meeting),
    check ((recalled_at is null) = (recalled_by is null) and (recalled_at is null) = (recall_reason is null))
);
create unique index meeting_of_material on committee.meeting (insurer_number, material_no);
create index meeting_to_erase on committee.meeting (open_to) where erased_at is null;
create index material_that_is_open on committee.material (open_to);

-- 版: never changed.
create table committee.version (
    insurer_number text        not null,
    meeting        uuid        not null,
    version        integer     not null,
    sha256         text        not null,
    pages          integer     not null,
    remark         text        not null,       -- the officer's own words on what changed
    published_at   timestamptz not null,
    published_by   text        not null,
    primary key (insurer_number, meeting, version),
    foreign key (insurer_number, meeting) references committee.meeting
);
create index version_document on committee.version (insurer_number, sha256);

-- 案件 of a version. case_id is the same from version to version.
create table committee.version_case (
    insurer_number      text     not null,
    meeting             uuid     not null,
    version             integer  not null,
    case_id             integer  not null,
    case_order          integer  not null,
    case_insurer_number text     not null,
    insured_number      text     not null,
    history_no          text     not null,    -- empty if it was not said
    start_page          integer  not null,
    end_page            integer  not null,
    primary key (insurer_number, meeting, version, case_id),
    foreign key (insurer_number, meeting, version) references committee.version
);

-- 委員, by the name of their account, whether there is one yet or not.
create table committee.invitation (
    insurer_number  text    not null,
    meeting         uuid    not null,
    login           text    not null,
    chair           boolean not null,          -- 合議体長
    withdrawn       boolean not null default false,
    first_opened_at timestamptz,
    last_opened_at  timestamptz,
    seen_version    integer,
    downloaded_at   timestamptz,
    downloaded_version integer,
    levels_entered  integer,                  -- how many, when they were erased
    primary key (insurer_number, meeting, login),
    foreign key (insurer_number, meeting) references committee.meeting
);

create table committee.page_read (
    insurer_number text        not null,
    meeting        uuid        not null,
    login          text        not null,
    version        integer     not null,
    page           smallint    not null,
    read_at        timestamptz not null,
    primary key (insurer_number, meeting, login, version, page),
    foreign key (insurer_number, meeting, login) references committee.invitation
);

-- メモ: the writer's own, erased with the material. By the page within its case, so that it goes on to the next version.
create table committee.note (
    insurer_number text        not null,
    meeting        uuid        not null,
    login          text        not null,
    case_id        integer     not null,       -- 0: the pages before the first case
    case_page      integer     not null,
    words          text        not null,
    saved_at       timestamptz not null,
    primary key (insurer_number, meeting, login, case_id, case_page),
    foreign key (insurer_number, meeting, login) references committee.invitation
);

-- 事前の判定, of each member; erased with the material.
create table committee.level (
    insurer_number text        not null,
    meeting        uuid        not null,
    login          text        not null,
    case_id        integer     not null,
    level          text        not null,
    reason         text        not null,
    saved_at       timestamptz not null,
    primary key (insurer_number, meeting, login, case_id),
    foreign key (insurer_number, meeting, login) references committee.invitation
);

-- 連絡: one mail each. Written with what it tells of, so that none is forgotten and none doubled.
create table committee.notice (
    insurer_number text        not null,
    meeting        uuid        not null,
    login          text        not null,
    kind           text        not null check (kind in ('PUBLISHED', 'CHANGED', 'RECALLED')),
    version        integer     not null,
    due_at         timestamptz not null,
    sent_at        timestamptz,
    primary key (insurer_number, meeting, login, kind, version),
    foreign key (insurer_number, meeting, login) references committee.invitation
);
create index notice_to_send on committee.notice (due_at) where sent_at is null;

grant select, insert, update on committee.meeting, committee.invitation, committee.notice to ${application};
grant select, insert on committee.version, committee.version_case to ${application};
grant select, insert, update, delete on committee.note, committee.level to ${application};
grant select, insert on committee.page_read to ${application};
grant delete on committee.notice to ${application};

-- What the gate asks: to whom a meeting is open.
create view committee.facts as
    select i.insurer_number, i.meeting, i.login, i.chair, m.open_from, m.open_to, m.recalled_at, m.recall_reason
    from committee.invitation i
    join committee.meeting m on m.insurer_number = i.insurer_number and m.meeting = i.meeting
    where not i.withdrawn;
grant select on committee.facts to ${application};

-- What the room documents asks: which document a meeting shows, until its end.
create view documents.of_meeting as
    select v.insurer_number, v.meeting, v.sha256, v.pages
    from committee.meeting m
    join committee.version v on v.insurer_number = m.insurer_number and v.meeting = m.meeting and v.version = m.version
    where m.erased_at is null;
grant select on documents.of_meeting to ${application};

-- Whose pages are to be kept as pictures: also those of the versions before, to tell what changed.
create view documents.drawn as
    select v.insurer_number, v.sha256
    from committee.version v
    join committee.meeting m on m.insurer_number = v.insurer_number and m.meeting = v.meeting
    where m.erased_at is null;
grant select on documents.drawn to ${application};

-- Papers of a meeting that is over are named by nobody any more: the purge removes them.
create or replace view documents.named as
    select insurer_number, sha256 from certification.form
    union all select insurer_number, sha256 from certification.form_history
    union all select t.insurer_number, t.sha256 from committee.material t
        where not exists (select from committee.meeting m where m.insurer_number = t.insurer_number
            and m.material_no = t.material_no and m.erased_at is not null and m.material_revision >= t.revision)
    union all select insurer_number, sha256 from documents.drawn;
