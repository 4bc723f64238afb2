package kaigo.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kaigo.access.InsurerPermit;
import kaigo.shared.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 包括同意の台帳 of one person, for its insurer. */
@Component
public class Ledgers {

    private final JdbcClient database;

    Ledgers(JdbcClient database) {
        this.database = database;
    }

    /** Every entry, the one that was recorded last first. */
    public List<LedgerEntry> list(InsurerPermit permit, InsuredNumber insured) {
        return database.sql("""
                select * from consent.event where insurer_number = ? and insured_number = ?
                order by recorded_at desc, source, revision desc""")
                .params(permit.insurer().value(), insured.value())
                .query((row, n) -> new LedgerEntry(
                        row.getString("act"),
                        row.getObject("acted_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("channel"),
                        row.getString("recorded_by"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getString("office_number"),
                        row.getString("staff_id"),
                        row.getString("form_version"),
                        row.getString("spoken_by"),
                        row.getString("relation")))
                .list();
    }

    /** 同意を確認できない, of every office, the newest first. */
    public List<UnconfirmedNote> listNotes(InsurerPermit permit, InsuredNumber insured) {
        return database.sql("""
                select noted_at, office_number, noted_by, reason from consent.unconfirmed
                where insurer_number = ? and insured_number = ? order by noted_at desc, office_number""")
                .params(permit.insurer().value(), insured.value())
                .query(ConsentStateStore.NOTE)
                .list();
    }
}
