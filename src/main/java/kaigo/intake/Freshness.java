package kaigo.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.FilePermit;
import kaigo.access.InsurerPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.intake.rules.DailyFreshness;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 連携の鮮度: which insurers are late with their daily files (rulings 34). Files of other senders than the municipality don't count. */
@Component
public class Freshness {

    private final Insurers insurers;
    private final JdbcClient database;

    public Freshness(Insurers insurers, JdbcClient database) {
        this.insurers = insurers;
        this.database = database;
    }

    /** Of those whose daily link has begun, by their numbers. */
    @NotAboutAPerson("days on which insurers sent files")
    public List<LateInsurer> listLate(LocalDate today) {
        return late(insurers.list(), today);
    }

    /** The permit's insurer, if it is late. For a page within its look. */
    public Optional<LateInsurer> findLate(InsurerPermit permit, LocalDate today) {
        return late(insurers.find(permit.insurer()).stream().toList(), today).stream()
                .findFirst();
    }

    /**
     * 最終連携.
     *
     * @param last when the newest daily file came, or null if none has
     * @param isLate nothing has come for too long
     */
    public record LastLink(@Nullable Instant last, boolean isLate) {}

    /** Of the insurer whose file is looked at. */
    public LastLink findLastLink(FilePermit permit, LocalDate today) {
        boolean isLate =
                !late(insurers.find(permit.insurer()).stream().toList(), today).isEmpty();
        return new LastLink(lastArrival(permit.insurer()), isLate);
    }

    private @Nullable Instant lastArrival(InsurerNumber number) {
        return database.sql("""
                select received_at from intake.file f
                where f.insurer_number = ? and f.process = 'D' and f.status <> 90 and f.interface like 'M%'
                order by f.receipt desc limit 1""")
                .param(number.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private List<LateInsurer> late(List<Insurer> asked, LocalDate today) {
        List<Insurer> begun =
                asked.stream().filter(insurer -> insurer.takesDaily(today)).toList();
        Map<InsurerNumber, LocalDate> last = lastDaily(begun);
        return begun.stream()
                .map(insurer -> judged(insurer, last.get(insurer.number()), today))
                .filter(insurer -> DailyFreshness.isLate(insurer.missed()))
                .toList();
    }

    private static LateInsurer judged(Insurer insurer, @Nullable LocalDate last, LocalDate today) {
        LocalDate begun = insurer.dailyFrom() == null ? today : insurer.dailyFrom();
        int missed = DailyFreshness.missed(begun, last, today);
        return new LateInsurer(insurer.number(), insurer.name(), last, missed);
    }

    /** One step into the index for each insurer: its newest files come first. */
    private Map<InsurerNumber, LocalDate> lastDaily(List<Insurer> begun) {
        Map<InsurerNumber, LocalDate> days = new HashMap<>();
        database.sql("""
                select n.number, f.receipt from unnest(?::text[]) as n(number)
                cross join lateral (select receipt from intake.file f
                    where f.insurer_number = n.number and f.process = 'D' and f.status <> 90 and f.interface like 'M%'
                    order by f.receipt desc limit 1) f""")
                .param(begun.stream().map(insurer -> insurer.number().value()).toArray(String[]::new))
                .query(row -> {
                    Receipt receipt = new Receipt(new InsurerNumber(row.getString(1)), row.getLong(2));
                    days.put(receipt.insurer(), receipt.day());
                });
        return days;
    }
}
