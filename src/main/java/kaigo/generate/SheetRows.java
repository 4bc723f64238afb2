package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.generate.Draw.Salt;
import kaigo.layout.CodeList;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;

/**
 * 認定調査票と主治医意見書 of a fictitious application: every item filled as the level makes it likely. What a code means is
 * ordered from light to grave on the form; the grave ones come with the grave levels.
 */
final class SheetRows {
    private static final LocalDate FORM_B = LocalDate.of(2026, 4, 1);
    private static final List<String> NOTES = List.of(
            "居室では手すりを伝って歩いている。外では杖を使う。",
            "ふらつきがあり、家族が見守っている。",
            "毎食、食べやすい大きさに切れば自分で食べている。",
            "夜間に二度ほど起き、声をかけている。",
            "同じ話を日に何度か繰り返すが、促すと落ち着く。");
    private static final List<String> DISEASES = List.of("脳梗塞後遺症", "アルツハイマー型認知症", "変形性膝関節症", "高血圧症", "慢性心不全", "骨粗鬆症");
    private static final String COURSE = "架空の経過です。通院を続けており、内服で落ち着いている。歩行の力が少しずつ弱くなっている。";

    private final Insured insured;
    private final Certification one;
    private final Draw draw;

    SheetRows(Insured insured, Certification one) {
        this.insured = insured;
        this.one = one;
        this.draw = insured.draw().again(1000 + one.historyNo());
    }

    void addTo(Row record) {
        Layout layout = record.layout();
        overview(fill(record.addTo(layout.sheet("overview"))));
        fill(record.addTo(layout.sheet("basic")));
        int notes = 2 + draw.below(4, Salt.SHEET);
        for (int i = 0; i < notes; i++) {
            Row note = record.addTo(layout.sheet("notes"));
            Insured.put(note, "block", 1 + i % 5);
            Insured.put(note, "itemNo", (1 + i % 5) + "-" + (1 + i));
            Insured.put(note, "text", NOTES.get((i + one.historyNo()) % NOTES.size()));
        }
        opinion(fill(record.addTo(layout.sheet("opinion"))));
    }

    /** Codes and flags of every item; texts and numbers are given by name. */
    private Row fill(Row row) {
        for (LayoutItem item : row.layout().ownItems()) {
            CodeList codes = item.codes();
            if (codes != null) {
                row.text(item.position(), code(List.copyOf(codes.labels().keySet()), item.position()));
            } else if (item.type().isFlag()) {
                row.text(item.position(), chance(item.position(), 12) < one.severity() - 1 ? "1" : "0");
            }
        }
        return row;
    }

    /** The further down the list, the graver; a step of chance to either side. 「記載なし」 stands behind and is left out. */
    private String code(List<String> codes, int position) {
        int last = codes.size() - 1;
        int likely = Math.round(last * one.severity() / 8f);
        int step = chance(position, 3) - 1;
        return codes.get(Math.clamp(likely + step, 0, last));
    }

    private int chance(int position, int bound) {
        return draw.again(position).below(bound, Salt.SHEET);
    }

    private void overview(Row row) {
        Person person = insured.person();
        Insured.put(row, "formVersion", "1");
        Insured.put(row, "surveyTime", "1400");
        Insured.put(row, "name", person.name().text());
        Insured.put(row, "nameKana", person.name().kana());
        Insured.put(row, "sex", person.sex().code());
        Insured.put(row, "birthDate", person.birth().date());
        Insured.put(row, "address", person.address().text());
        Certification before = one.previous();
        Insured.put(row, "pastCertification", before == null ? "1" : "2");
        Insured.put(row, "prevResult", before == null ? null : before.careLevel());
        String facility = new ServiceUse(insured).facilityKind().orElse(null);
        boolean isHome = facility == null || one.previous() == null;
        Insured.put(row, "serviceUse", isHome ? "1" : "2");
        Insured.put(row, "facilityKind", isHome ? null : facility);
        if (isHome) {
            Insured.put(row, "homeHelp", 4 * one.severity());
            Insured.put(row, "dayService", 4 + 2 * one.severity());
            Insured.put(row, "equipmentRental", 1 + one.severity() / 2);
        }
        Insured.put(row, "housingNote", "架空の住まい。玄関に段差がある。");
    }

    private void opinion(Row row) {
        Person person = insured.person();
        boolean formB = !one.opinionOn().isBefore(FORM_B);
        Insured.put(row, "formVersion", formB ? "B" : "A");
        Insured.put(row, "doctorConsent", formB ? null : "1");
        Insured.put(row, "enteredOn", one.opinionOn());
        Insured.put(row, "name", person.name().text());
        Insured.put(row, "nameKana", person.name().kana());
        Insured.put(row, "sex", person.sex().code());
        Insured.put(row, "birthDate", person.birth().date());
        Insured.put(row, "doctorName", "架空　医師");
        Insured.put(
                row,
                "institutionName",
                insured.institutions().clinic(insured.draw()).name());
        Insured.put(row, "lastExaminedOn", one.opinionOn().minusDays(5));
        for (int i = 1; i <= 3; i++) {
            Insured.put(row, "diagnoses" + i + "Name", DISEASES.get((one.severity() + 2 * i) % DISEASES.size()));
            Insured.put(row, "diagnoses" + i + "Onset", "令和" + (i == 1 ? "元" : i) + "年頃");
        }
        Insured.put(row, "courseText", COURSE);
        Insured.put(row, "height", 1400 + 10 * chance(1, 30));
        Insured.put(row, "weight", 380 + 5 * chance(2, 60));
        Insured.put(row, "remarks", "架空の意見書です。転倒に気をつける。");
        Insured.put(row, "attachments", formB ? null : "0");
    }
}
