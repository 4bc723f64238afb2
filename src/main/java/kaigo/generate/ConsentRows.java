package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M08;
import kaigo.layout.items.M09;

/**
 * 包括同意: what was ticked on an application (M07/M08), also on the old form that never counts, and what was said outside of
 * one (M09): granted, refused, withdrawn. Shares are ours.
 */
final class ConsentRows {
    /** From this day on an application's consent counts (the ministry's briefing). */
    static final LocalDate BEGAN = LocalDate.of(2026, 4, 1);

    private static final Layout CONSENT = Layouts.newest("M09").orElseThrow();
    private static final int DAYS = 700;
    private static final int OF_THOUSAND = 300;

    private static final String GRANTED = "1";
    private static final String REFUSED = "2";
    private static final String WITHDRAWN = "3";
    private static final String ON_AN_APPLICATION = "1";
    private static final String AT_THE_MUNICIPALITY = "2";
    private static final String AT_AN_OFFICE = "3";

    private ConsentRows() {}

    /** Eight of ten consent; of some the municipality hears a week later. The old form has no day of its own. */
    static void ticked(Insured insured, Certification one, Row row) {
        Draw again = insured.draw().again(one.historyNo());
        boolean late = again.below(20, Salt.OPEN) == 0;
        LocalDate heardOn = one.appliedOn().plusDays(late ? 7 : 0);
        boolean consents = again.below(10, Salt.CONSENT) < 8 && !heardOn.isAfter(insured.day());
        row.set(M08.CONSENT, consents ? "1" : "0");
        row.set(M08.CONSENT_ON, consents && !one.appliedOn().isBefore(BEGAN) ? heardOn : null);
    }

    static List<Row> consents(Insured insured) {
        int chance = insured.draw().below(1000, Salt.CONSENT);
        LocalDate day = BEGAN.plusDays(10L + insured.draw().below(DAYS, Salt.OPEN));
        Optional<Certification> running = insured.course().stream()
                .filter(one -> !one.appliedOn().isAfter(day))
                .reduce((earlier, later) -> later);
        if (running.isEmpty() || chance >= OF_THOUSAND || !insured.knows(day)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row(insured, 1, chance < 10 ? WITHDRAWN : chance < 20 ? REFUSED : GRANTED, day));
        taken(rows.getLast(), chance % 10, running.get(), insured);
        LocalDate withdrawnOn = day.plusDays(15L + chance / 3);
        if (chance >= 250 && insured.knows(withdrawnOn)) {
            rows.add(row(insured, 2, WITHDRAWN, withdrawnOn));
        }
        return rows;
    }

    /** Most at the municipality; some on an application that ran then, some heard from an office, some for a year only. */
    private static void taken(Row row, int kind, Certification running, Insured insured) {
        switch (kind) {
            case 0, 1 -> {
                row.set(M09.ROUTE, ON_AN_APPLICATION);
                row.set(M09.CERT_HISTORY_NO, String.valueOf(running.historyNo()));
            }
            case 2, 3 -> {
                row.set(M09.ROUTE, AT_AN_OFFICE);
                row.set(
                        M09.OFFICE_NUMBER,
                        insured.institutions().office(insured.draw(), "43").number());
                row.set(M09.STAFF_ID, "KAKUU01");
            }
            case 4, 5 ->
                row.set(
                        M09.VALID_TO,
                        Objects.requireNonNull(row.get(M09.CONSENT_ON)).plusYears(1));
            default -> {}
        }
    }

    private static Row row(Insured insured, int number, String type, LocalDate day) {
        Row row = insured.row(CONSENT);
        row.set(M09.HISTORY_NO, String.valueOf(number));
        row.set(M09.CONSENT_TYPE, type);
        row.set(M09.CONSENT_ON, day);
        row.set(M09.ROUTE, AT_THE_MUNICIPALITY);
        row.set(M09.VALID_FROM, day);
        return row;
    }
}
