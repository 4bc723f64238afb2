package kaigo.insured;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import kaigo.access.CheckPermit;
import kaigo.access.JobPermit;
import kaigo.insured.CardItems.Held;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 本人確認 and 利用者一覧. */
@Component
class VerificationStore {

    private final JdbcClient database;

    VerificationStore(JdbcClient database) {
        this.database = database;
    }

    /** Of several tries of an office at once each sees those before it. Until the end of the transaction. */
    void takeTurn(CheckPermit permit) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('check:' || ?, 0))")
                .param(permit.institution().number())
                .query()
                .singleRow();
    }

    int countFailures(CheckPermit permit, Instant since) {
        return database.sql("select count(*) from insured.failed_check where office_number = ? and at > ?")
                .params(permit.institution().number(), utc(since))
                .query(Integer.class)
                .single();
    }

    /** What the register holds of the person, if insured there on the day. */
    Optional<Held> find(CheckPermit permit, LocalDate today) {
        return database.sql("""
                select birth_date, sex, name_kana from insured.person
                where insurer_number = ? and insured_number = ? and deleted_at is null
                    and (lost_on is null or lost_on > ?)""")
                .params(
                        permit.person().insurer().value(),
                        permit.person().insured().value(),
                        today)
                .query((row, n) -> new Held(
                        row.getObject("birth_date", LocalDate.class), row.getString("sex"), row.getString("name_kana")))
                .optional();
    }

    void addFailure(CheckPermit permit, Instant at, String requestId) {
        database.sql("insert into insured.failed_check (office_number, at, request_id) values (?, ?, ?)")
                .params(permit.institution().number(), utc(at), requestId)
                .update();
    }

    /** Those that count no more. */
    void forgetFailures(CheckPermit permit, Instant until) {
        database.sql("delete from insured.failed_check where office_number = ? and at <= ?")
                .params(permit.institution().number(), utc(until))
                .update();
    }

    /** The person stands in the office's list, again if it did before. */
    void put(CheckPermit permit, String by, Instant at, LocalDate until) {
        database.sql("""
                insert into insured.viewing as v
                    (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                values (?, ?, ?, ?, ?, ?)
                on conflict (insurer_number, insured_number, office_number) do update
                set verified_at = excluded.verified_at, verified_by = excluded.verified_by, ended_at = null,
                    viewable_until = case when v.ended_at is null
                        then greatest(v.viewable_until, excluded.viewable_until) else excluded.viewable_until end""")
                .params(
                        permit.person().insurer().value(),
                        permit.person().insured().value(),
                        permit.institution().number(),
                        utc(at),
                        by,
                        until)
                .update();
    }

    /** @return false if there was nothing to end */
    boolean end(CheckPermit permit, Instant at) {
        return database.sql("""
                update insured.viewing set ended_at = ?
                where insurer_number = ? and insured_number = ? and office_number = ? and ended_at is null""")
                        .params(
                                utc(at),
                                permit.person().insurer().value(),
                                permit.person().insured().value(),
                                permit.institution().number())
                        .update()
                > 0;
    }

    /** @return how many left a list */
    int purge(JobPermit permit, LocalDate expiredBefore) {
        return database.sql("""
                with gone as (
                    delete from insured.viewing where viewable_until < ? or ended_at is not null
                    returning insurer_number, insured_number)
                insert into insured.listed_change (insurer_number, insured_number)
                select insurer_number, insured_number from gone""").param(expiredBefore).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
