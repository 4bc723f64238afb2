package kaigo.participants;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 利用開始を待つ控え: an institution's own notes of whose municipality it waits for. Nobody else sees them. */
@Component
public class StartNotes {

    private static final int LONGEST = 40;

    private final JdbcClient database;
    private final InstantSource clock;

    StartNotes(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    public static boolean isReference(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    public UUID add(InstitutionViewer viewer, InsurerNumber insurer, String reference) {
        UUID id = UUID.randomUUID();
        database.sql("""
                insert into participants.start_note (office_number, id, insurer_number, reference, noted_at, noted_by)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        viewer.institution().number(),
                        id,
                        insurer.value(),
                        reference,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        viewer.actor())
                .update();
        return id;
    }

    /** The ones that wake first, first; then those whose day is not settled. */
    public List<StartNote> list(InstitutionId institution) {
        return database.sql("""
                select n.id, n.insurer_number, n.reference, i.started_on from participants.start_note n
                left join participants.insurer i on i.insurer_number = n.insurer_number
                where n.office_number = ? order by i.started_on nulls last, n.noted_at, n.id""")
                .param(institution.number())
                .query((row, n) -> new StartNote(
                        row.getObject("id", UUID.class),
                        new InsurerNumber(row.getString("insurer_number")),
                        row.getString("reference"),
                        row.getObject("started_on", LocalDate.class)))
                .list();
    }

    /** @return false if it has no such note */
    public boolean remove(InstitutionId institution, UUID id) {
        return database.sql("delete from participants.start_note where office_number = ? and id = ?")
                        .params(institution.number(), id)
                        .update()
                > 0;
    }
}
