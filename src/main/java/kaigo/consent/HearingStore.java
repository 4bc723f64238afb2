package kaigo.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import kaigo.access.ConsentPermit;
import kaigo.access.InsurerPermit;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HearingStore {

    private final JdbcClient database;

    HearingStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A line of the ledger. What is heard of one person takes turns, so that its numbers follow each other.
     *
     * @return 同意履歴番号, from 1 for each person; none if the same was heard last: a form that is sent again says nothing new
     */
    OptionalInt add(ConsentPermit permit, InstitutionViewer viewer, Hearing heard, String formVersion, Instant now) {
        String insurer = permit.person().insurer().value();
        String insured = permit.person().insured().value();
        takeTurns(insurer, insured);
        return database.sql("""
                insert into consent.event (insurer_number, insured_number, source, revision, act, acted_on, recorded_at,
                    channel, recorded_by, office_number, staff_id, form_version, spoken_by, relation)
                select :insurer, :insured, 'HEARD/' || 1 + count(*), 1, :act, :on, :now, 'OFFICE', :by, :office, :staff,
                    :version, :speaker, :relation
                from consent.event
                where insurer_number = :insurer and insured_number = :insured and source ~ '^HEARD/[0-9]'
                having not exists (
                    select from (select * from consent.event where insurer_number = :insurer and insured_number = :insured
                        order by recorded_at desc, source desc, revision desc limit 1) as last
                    where last.source ~ '^HEARD/[0-9]' and last.office_number = :office and last.act = :act
                        and last.acted_on = :on and last.spoken_by = :speaker
                        and last.relation is not distinct from :relation::text)
                returning substr(source, length('HEARD/') + 1)::integer""")
                .param("insurer", insurer)
                .param("insured", insured)
                .param("act", heard.act().name())
                .param("on", heard.on())
                .param("now", utc(now))
                .param("by", viewer.actor())
                .param("office", permit.office().number())
                .param("staff", permit.recorder().value())
                .param("version", formVersion)
                .param("speaker", speaker(heard))
                .param("relation", relation(heard))
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /**
     * A line of the ledger from the insurer's own counter, under numbers of its own: those of the offices are told in P05.
     *
     * @return false if nobody of that number is insured there
     */
    boolean addAtCounter(
            InsurerPermit permit, InsurerViewer viewer, InsuredNumber insured, Hearing heard, Instant now) {
        takeTurns(permit.insurer().value(), insured.value());
        return database.sql("""
                insert into consent.event (insurer_number, insured_number, source, revision, act, acted_on, recorded_at,
                    channel, recorded_by, spoken_by, relation)
                select p.insurer_number, p.insured_number, 'HEARD/COUNTER/' || 1 + (select count(*) from consent.event e
                        where e.insurer_number = p.insurer_number and e.insured_number = p.insured_number
                            and e.source like 'HEARD/COUNTER/%'), 1, :act, :on, :now, 'INSURER', :by, :speaker, :relation
                from insured.facts p
                where p.insurer_number = :insurer and p.insured_number = :insured""")
                        .param("insurer", permit.insurer().value())
                        .param("insured", insured.value())
                        .param("act", heard.act().name())
                        .param("on", heard.on())
                        .param("now", utc(now))
                        .param("by", viewer.actor())
                        .param("speaker", speaker(heard))
                        .param("relation", relation(heard))
                        .update()
                > 0;
    }

    private void takeTurns(String insurer, String insured) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("consent:" + insurer + '/' + insured)
                .query()
                .singleRow();
    }

    private static String speaker(Hearing heard) {
        return heard.relation() == null ? "SELF" : "PROXY";
    }

    private static @Nullable String relation(Hearing heard) {
        return heard.relation() == null ? null : heard.relation().name();
    }

    void addNote(ConsentPermit permit, InstitutionViewer viewer, String reason, Instant now) {
        database.sql("""
                insert into consent.unconfirmed (insurer_number, insured_number, office_number, noted_at, noted_by, reason)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        permit.person().insurer().value(),
                        permit.person().insured().value(),
                        permit.office().number(),
                        utc(now),
                        viewer.actor(),
                        reason)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
