package kaigo.accesslog;

import java.util.List;
import kaigo.access.JobPermit;
import kaigo.audit.Followers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes where the entries of a person, an insurer, an institution and a day stand; all of a step in one transaction. */
@Component
class FollowStore {

    private static final String STEP =
            " from audit.entry e where e.stream = :stream and e.number > :after and e.number <= :until";

    /**
     * What an entry says is read once for all four. Of persons: those that stand in the entry itself, and numbers that were
     * only tried; those of a list: {@link ListedStore}. Of insurers: whose records they are, whose staff acts, and whose
     * insured stand in an office's list; not what the insured do.
     */
    private static final String FOLLOW = """
            with e as materialized (select *, detail::jsonb as said %1$s),
            shown as (
                select e.insurer_number, s.insured_number, e.at, e.stream, e.number, e.event
                from e cross join lateral unnest(e.subjects) as s (insured_number)
                union all
                select split_part(p.person, '/', 1), split_part(p.person, '/', 2), e.at, e.stream, e.number, e.event
                from e cross join lateral jsonb_array_elements_text(
                    case when jsonb_typeof(e.said -> 'persons') = 'array' then e.said -> 'persons' else '[]' end) as p (person)
            ),
            of_person as (
                insert into accesslog.of_person (insurer_number, insured_number, at, stream, number, tried)
                select insurer_number, insured_number, at, stream, number, bool_and(tried)
                from (
                    select insurer_number, insured_number, at, stream, number, false as tried from shown
                    union all
                    select e.insurer_number, e.said ->> 'tried', e.at, e.stream, e.number, true from e
                    union all
                    select substring(e.actor from '^insured:([0-9]{6})/'), substring(e.actor from '/([0-9H][0-9]{9})$'),
                        e.at, e.stream, e.number, false
                    from e where e.actor like 'insured:%%'
                ) as named
                where insurer_number ~ '^[0-9]{6}$' and insured_number ~ '^[0-9H][0-9]{9}$'
                group by insurer_number, insured_number, at, stream, number
            ),
            of_insurer as (
                insert into accesslog.of_insurer (insurer_number, at, stream, number)
                select distinct insurer_number, at, stream, number
                from (
                    select e.insurer_number, e.at, e.stream, e.number from e
                    union all
                    select substring(e.actor from '^(?:staff|vendor|system|member):([0-9]{6})/'), e.at, e.stream, e.number from e
                    union all
                    select insurer_number, at, stream, number from shown where event in ('LIST_LOOKED', 'LETTERS_LOOKED', 'MATERIAL_LOOKED', 'MATERIAL_WRITTEN')
                ) as named
                where insurer_number ~ '^[0-9]{6}$'
            ),
            of_institution as (
                insert into accesslog.of_institution (kind, institution, at, stream, number, login)
                select case split_part(holder, ':', 1) when 'clinic' then 1 else 2 end, split_part(holder, ':', 2),
                    at, stream, number, login
                from (
                    select split_part(e.actor, '/', 1) as holder, e.at, e.stream, e.number, split_part(e.actor, '/', 2) as login
                    from e where e.actor ~ '^(office|clinic):'
                    union all
                    select e.said ->> 'institution', e.at, e.stream, e.number, coalesce(e.said ->> 'login', '')
                    from e where e.actor !~ '^(office|clinic):'
                ) as named
                where holder ~ '^(office|clinic):[0-9A-Z]{10}$'
            )
            insert into accesslog.of_day as d (day, stream, first_number, last_number)
            select (e.at at time zone 'Asia/Tokyo')::date, e.stream, min(e.number), max(e.number) from e group by 1, 2
            on conflict (day, stream) do update set first_number = least(d.first_number, excluded.first_number),
                last_number = greatest(d.last_number, excluded.last_number)""".formatted(STEP);

    private final JdbcClient database;
    private final ListedStore lists;

    FollowStore(JdbcClient database, ListedStore lists) {
        this.database = database;
        this.lists = lists;
    }

    /** The number up to which the stream was followed. Nobody else follows it until the end of the transaction. */
    long takeMark(JobPermit permit, short stream) {
        return database.sql("select number from accesslog.mark where stream = ? for update")
                .param(stream)
                .query(Long.class)
                .single();
    }

    /** How many numbers the stream's end is ahead of its mark. */
    long countWaiting(JobPermit permit, short stream) {
        return database.sql("""
                select greatest(0, coalesce((select max(number) from audit.entry e where e.stream = m.stream), 0) - m.number)
                from accesslog.mark m where m.stream = ?""").param(stream).query(Long.class).single();
    }

    /** Numbers behind the mark, in their order. */
    List<Long> listNumbers(JobPermit permit, short stream, long after, int limit) {
        return database.sql("select number from audit.entry where stream = ? and number > ? order by number limit ?")
                .params(stream, after, limit)
                .query(Long.class)
                .list();
    }

    /** How many of them are of others than the jobs that follow the stream. */
    long count(JobPermit permit, Step step) {
        return of(step, "select count(*)" + STEP + " and e.actor not in (:followers)")
                .param("followers", Followers.ACTORS)
                .query(Long.class)
                .single();
    }

    void follow(JobPermit permit, Step step) {
        of(step, FOLLOW).update();
        lists.follow(permit, step);
        database.sql("update accesslog.mark set number = ? where stream = ?")
                .params(step.until(), step.stream())
                .update();
    }

    /** Numbers of a stream, those behind {@code after} up to {@code until}. */
    record Step(short stream, long after, long until) {}

    private JdbcClient.StatementSpec of(Step step, String sql) {
        return database.sql(sql)
                .param("stream", step.stream())
                .param("after", step.after())
                .param("until", step.until());
    }
}
