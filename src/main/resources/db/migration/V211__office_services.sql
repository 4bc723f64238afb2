-- 事業所のサービス, as the worklists followed them last: when they begin or end, so does what an office may see of its persons.
create table viewing.office_services (
    office_number text   primary key,
    services      text[] not null       -- サービス種類コード; none of an office that is not in operation
);
grant select, insert, update on viewing.office_services to ${application};
