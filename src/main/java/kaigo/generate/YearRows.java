package kaigo.generate;

import static kaigo.generate.Insured.later;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;

/**
 * 年度ごとの証のレコード (M03, M04): from August to July, issued some days before. Amounts of 2024-08 (issue note "interface"
 * M04); shares are ours.
 */
final class YearRows {
    private static final Layout RATIO = Layouts.newest("M03").orElseThrow();
    private static final Layout REDUCTION = Layouts.newest("M04").orElseThrow();
    private static final int RATIO_ISSUED_BEFORE = 10;
    private static final int REDUCTION_ISSUED_BEFORE = 5;

    /** 利用者負担段階, 食費(施設), 食費(短期入所), 居住費 in the six kinds of room. */
    private static final List<int[]> STAGES = List.of(
            new int[] {10, 300, 300, 880, 550, 380, 550, 0, 0},
            new int[] {20, 390, 600, 880, 550, 480, 550, 430, 430},
            new int[] {31, 650, 1000, 1370, 1370, 880, 1370, 430, 430},
            new int[] {32, 1360, 1300, 1370, 1370, 880, 1370, 430, 430});

    private YearRows() {}

    /** A year of certificates of a person: from August, or from the first certification. */
    private record Year(int number, LocalDate from, LocalDate to, LocalDate issuedOn) {}

    /** The years that have been issued, from the one before 基準日 on. */
    private static List<Year> years(Insured insured, int yearsBefore, int issuedBefore) {
        Optional<Certification> first = insured.firstCertification();
        List<Year> years = new ArrayList<>();
        if (first.isEmpty()) {
            return years;
        }
        LocalDate begins = Insured.decision(first.get()).validFrom();
        for (int year = yearOf(insured.base()) - yearsBefore; year <= yearOf(insured.day()) + 1; year++) {
            LocalDate august = LocalDate.of(year, 8, 1);
            LocalDate issuedOn =
                    later(august.minusDays(issuedBefore), first.get().cardOn());
            boolean touches = begins.isBefore(august.plusYears(1));
            if (touches && insured.knows(issuedOn)) {
                years.add(new Year(
                        year, later(august, begins), august.plusYears(1).minusDays(1), issuedOn));
            }
        }
        return years;
    }

    private static int yearOf(LocalDate day) {
        return day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    }

    /** 負担割合証 for everybody who is certified, also those of the year before 基準日. */
    static List<Row> burdenRatios(Insured insured) {
        return years(insured, 1, RATIO_ISSUED_BEFORE).stream()
                .map(year -> burdenRatio(insured, year))
                .toList();
    }

    private static Row burdenRatio(Insured insured, Year year) {
        Row row = insured.row(RATIO);
        row.set(M03.BURDEN_YEAR, String.valueOf(year.number()));
        row.set(M03.HISTORY_NO, "1");
        row.set(M03.ISSUED_ON, year.issuedOn());
        int chance = insured.draw().below(1000, Salt.RATIO);
        String ratio = chance < 40 ? "30" : chance < 90 ? "20" : "10";
        row.set(M03.RATIO1, ratio);
        row.set(M03.FROM1, year.from());
        row.set(M03.TO1, year.to());
        Draw again = insured.draw().again(year.number());
        LocalDate changedOn = LocalDate.of(year.number(), 10, 1).plusMonths(again.below(8, Salt.MONTHS));
        boolean changes = again.below(25, Salt.RATIO) == 0 && changedOn.isAfter(year.from());
        if (changes && insured.knows(changedOn.minusDays(RATIO_ISSUED_BEFORE))) {
            row.set(M03.TO1, changedOn.minusDays(1));
            row.set(M03.RATIO2, ratio.equals("10") ? "20" : "10");
            row.set(M03.FROM2, changedOn);
            row.set(M03.TO2, year.to());
        }
        return row;
    }

    /** 負担限度額 for a fifth of the certified; each of the other kinds for a few. */
    static List<Row> reductions(Insured insured) {
        int chance = insured.draw().below(1000, Salt.REDUCTION);
        if (chance >= 240) {
            return List.of();
        }
        int kind = chance < 200 ? 1 : 2 + chance % 8;
        return years(insured, 0, REDUCTION_ISSUED_BEFORE).stream()
                .map(year -> reduction(insured, kind, year))
                .toList();
    }

    private static Row reduction(Insured insured, int kind, Year year) {
        Row row = insured.row(REDUCTION);
        row.set(M04.CERT_KIND, "0" + kind);
        row.set(M04.HISTORY_NO, String.valueOf(1 + year.number() - yearOf(insured.base())));
        row.set(M04.ISSUED_ON, year.issuedOn());
        row.set(M04.VALID_FROM, year.from());
        row.set(M04.VALID_TO, year.to());
        switch (kind) {
            case 1, 7 -> amounts(row, STAGES.get(insured.draw().below(STAGES.size(), Salt.MONTHS)));
            case 2, 8 -> row.set(M04.BENEFIT_RATE, 100);
            default -> row.set(M04.REDUCTION_RATE, 2500);
        }
        if (kind == 3 || kind == 9) {
            row.set(M04.REDUCES_BURDEN, true);
            row.set(M04.REDUCES_FOOD, true);
            row.set(M04.REDUCES_ROOM, true);
        }
        if (kind == 3 || kind == 5 || kind == 6) {
            row.set(M04.CONFIRMATION_NO, insured.person().insuredNumber().substring(2));
        }
        return row;
    }

    private static void amounts(Row row, int[] stage) {
        row.set(M04.BURDEN_STAGE, String.valueOf(stage[0]));
        row.set(M04.FOOD_FACILITY, stage[1]);
        row.set(M04.FOOD_SHORT, stage[2]);
        row.set(M04.ROOM_UNIT_PRIVATE, stage[3]);
        row.set(M04.ROOM_UNIT_SHARED, stage[4]);
        row.set(M04.ROOM_PRIVATE_WELFARE, stage[5]);
        row.set(M04.ROOM_PRIVATE_HEALTH, stage[6]);
        row.set(M04.ROOM_SHARED_WELFARE, stage[7]);
        row.set(M04.ROOM_SHARED_HEALTH, stage[8]);
    }
}
