package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kaigo.generate.Certification.Decision;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;

/** 証のレコード (M02, M03, M04). Amounts of 2024-08 (issue note "interface" M04); shares are ours. */
final class CardRows {
    private static final Layout CARD = Layouts.newest("M02").orElseThrow();
    private static final Layout RATIO = Layouts.newest("M03").orElseThrow();
    private static final Layout REDUCTION = Layouts.newest("M04").orElseThrow();

    /** 利用者負担段階, 食費(施設), 食費(短期入所), 居住費 in the six kinds of room. */
    private static final List<int[]> STAGES = List.of(
            new int[] {10, 300, 300, 880, 550, 380, 550, 0, 0},
            new int[] {20, 390, 600, 880, 550, 480, 550, 430, 430},
            new int[] {31, 650, 1000, 1370, 1370, 880, 1370, 430, 430},
            new int[] {32, 1360, 1300, 1370, 1370, 880, 1370, 430, 430});

    private CardRows() {}

    /** A card for everybody; for every certification another one, which voids the one before. */
    static List<Row> insuranceCards(Insured insured) {
        List<Row> rows = new ArrayList<>();
        rows.add(card(insured, 1, insured.person().qualification().from()));
        for (Certification one : insured.course()) {
            Decision decided = one.decided();
            if (decided != null) {
                LocalDate issued = decided.certifiedOn().plusDays(2);
                rows.getLast().set(M02.VOIDED_ON, issued);
                rows.add(certified(card(insured, rows.size() + 1, issued), one, decided, insured));
            }
        }
        return rows;
    }

    private static Row card(Insured insured, int number, LocalDate issuedOn) {
        Row row = insured.row(CARD);
        row.set(M02.HISTORY_NO, String.valueOf(number));
        row.set(M02.ISSUED_ON, issuedOn.isAfter(insured.day()) ? insured.day() : issuedOn);
        row.set(M02.PRINTED_INSURER_NUMBER, insured.person().insurerNumber());
        row.set(M02.INSURER_NAME, "架空保険者" + insured.person().insurerNumber());
        row.set(M02.CERTIFICATE_TYPE, "1");
        return row;
    }

    private static Row certified(Row row, Certification one, Decision decided, Insured insured) {
        row.set(M02.CARE_LEVEL, one.careLevel());
        row.set(M02.CERTIFIED_ON, decided.certifiedOn());
        row.set(M02.CERT_VALID_FROM, decided.validFrom());
        row.set(M02.CERT_VALID_TO, decided.validTo());
        row.set(M02.MONTHLY_LIMIT_UNITS, CareLevels.limitUnits(one.severity()));
        row.set(M02.LIMIT_FROM, decided.validFrom());
        row.set(M02.LIMIT_TO, decided.validTo());
        String service = CareLevels.isPreventive(one.severity()) ? "46" : "43";
        Institutions.Institution office = insured.institutions().office(insured.draw(), service);
        row.set(M02.CARE_MANAGERS1_OFFICE_NUMBER, office.number());
        row.set(M02.CARE_MANAGERS1_NAME, office.name());
        row.set(M02.CARE_MANAGERS1_FILED_ON, decided.validFrom());
        if (insured.draw().below(200, Salt.RATIO) == 0) {
            row.set(M02.BENEFIT_RESTRICTIONS1_CONTENT, "03");
            row.set(M02.BENEFIT_RESTRICTIONS1_FROM, decided.validFrom());
        }
        return row;
    }

    /** For everybody who is certified: last year's certificate and this year's, which begin in August. */
    static List<Row> burdenRatios(Insured insured) {
        if (insured.current() == null) {
            return List.of();
        }
        LocalDate day = insured.day();
        int year = day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
        return IntStream.rangeClosed(year - 1, year)
                .mapToObj(each -> burdenRatio(insured, each))
                .toList();
    }

    private static Row burdenRatio(Insured insured, int year) {
        LocalDate from = LocalDate.of(year, 8, 1);
        LocalDate to = LocalDate.of(year + 1, 7, 31);
        Row row = insured.row(RATIO);
        row.set(M03.BURDEN_YEAR, String.valueOf(year));
        row.set(M03.HISTORY_NO, "1");
        row.set(M03.ISSUED_ON, from.minusDays(10));
        int chance = insured.draw().below(1000, Salt.RATIO);
        String ratio = chance < 40 ? "30" : chance < 90 ? "20" : "10";
        row.set(M03.RATIO1, ratio);
        row.set(M03.FROM1, from);
        boolean changes = insured.draw().again(year).below(50, Salt.RATIO) == 0;
        row.set(M03.TO1, changes ? from.plusMonths(4).minusDays(1) : to);
        if (changes) {
            row.set(M03.RATIO2, ratio.equals("10") ? "20" : "10");
            row.set(M03.FROM2, from.plusMonths(4));
            row.set(M03.TO2, to);
        }
        return row;
    }

    /** 負担限度額 for a fifth of the certified; each of the other kinds for a few. */
    static List<Row> reductions(Insured insured) {
        Certification current = insured.current();
        int chance = insured.draw().below(1000, Salt.REDUCTION);
        if (current == null || chance >= 240) {
            return List.of();
        }
        int kind = chance < 200 ? 1 : 2 + chance % 8;
        return List.of(reduction(insured, kind));
    }

    private static Row reduction(Insured insured, int kind) {
        LocalDate day = insured.day();
        LocalDate from = LocalDate.of(day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1, 8, 1);
        Row row = insured.row(REDUCTION);
        row.set(M04.CERT_KIND, "0" + kind);
        row.set(M04.HISTORY_NO, "1");
        row.set(M04.ISSUED_ON, from.minusDays(5));
        row.set(M04.VALID_FROM, from);
        row.set(M04.VALID_TO, from.plusYears(1).minusDays(1));
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
