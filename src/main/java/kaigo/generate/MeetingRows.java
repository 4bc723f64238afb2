package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M11;
import kaigo.shared.UpdateType;
import kaigo.shared.YyyyMmDd;

/**
 * 認定審査会資料のレコード (M11): one for each meeting of a 合議体, from a week before it on, since a month before 基準日. Its cases
 * have two pages each. A case that is judged in that week comes late and makes the papers new.
 */
final class MeetingRows {
    private static final Layout PAPERS = Layouts.newest("M11").orElseThrow();
    private static final int DAYS_OPEN = 7;
    private static final int PAGES_OF_A_CASE = 2;
    private static final int MEMBERS = 5;

    /** The demo has an account of this name. */
    private static final String OF_THE_DEMO = "IIN";

    private static final int DAYS_BACK = 30;
    private static final String IN_THE_BROWSER = "2";

    private MeetingRows() {}

    private record Meeting(LocalDate day, int panel) {}

    private record Case(Insured insured, Certification one) {
        Meeting meeting() {
            return new Meeting(one.committeeOn(), one.panel());
        }

        /** Whether its papers are there by the day. */
        boolean isReady(LocalDate day) {
            return one.isJudgedBy(day)
                    && one.ending().isDecision()
                    && !one.committeeOn().minusDays(DAYS_OPEN).isAfter(day)
                    && !one.committeeOn().isBefore(insured.base().minusDays(DAYS_BACK));
        }
    }

    /** @param insured everybody of an insurer, in the order of 被保険者番号 */
    static List<Row> papers(Stream<Insured> insured, Population population, LocalDate day) {
        Map<Meeting, List<Case>> meetings =
                new TreeMap<>(Comparator.comparing(Meeting::day).thenComparing(Meeting::panel));
        insured.flatMap(one -> one.course().stream().map(application -> new Case(one, application)))
                .filter(one -> one.isReady(day))
                .forEach(one -> meetings.computeIfAbsent(one.meeting(), meeting -> new ArrayList<>())
                        .add(one));
        List<Row> papers = new ArrayList<>();
        meetings.forEach((meeting, cases) -> papers.add(papers(meeting, cases, population, day)));
        return papers;
    }

    private static Row papers(Meeting meeting, List<Case> cases, Population population, LocalDate day) {
        Row row = PAPERS.newRow(0);
        Insured.put(row, "updateType", UpdateType.CREATE.code());
        Insured.put(row, "insurerNumber", population.insurerNumber());
        Insured.put(row, "sourceUpdatedAt", YyyyMmDd.format(day.minusDays(1)) + "180000");
        String held = YyyyMmDd.format(meeting.day());
        row.set(M11.MATERIAL_NO, "M" + held + meeting.panel());
        row.set(M11.PANEL_NO, String.valueOf(meeting.panel()));
        Insured.put(row, "plannedAt", held + "133000");
        row.set(M11.FILE_NAME, "介護認定審査会資料.pdf");
        row.set(M11.VIEWING, IN_THE_BROWSER);
        Insured.put(row, "openFrom", YyyyMmDd.format(meeting.day().minusDays(DAYS_OPEN)) + "090000");
        Insured.put(row, "openTo", held + "235959");
        for (int i = 0; i < cases.size(); i++) {
            Row line = row.addTo(PAPERS.sheet("cases"));
            Insured.put(line, "caseOrder", i + 1);
            Insured.put(line, "caseInsurerNumber", population.insurerNumber());
            Insured.put(line, "insuredNumber", cases.get(i).insured().person().insuredNumber());
            Insured.put(line, "historyNo", cases.get(i).one().historyNo());
            Insured.put(line, "startPage", 1 + i * PAGES_OF_A_CASE);
        }
        Insured.put(row.addTo(PAPERS.sheet("members")), "memberId", OF_THE_DEMO);
        for (int i = 2; i <= MEMBERS; i++) {
            Insured.put(row.addTo(PAPERS.sheet("members")), "memberId", "KAKUU" + meeting.panel() + "0" + i);
        }
        FictitiousPdf pdf = pdf(row);
        row.set(M11.SHA256, pdf.sha256());
        row.set(M11.PAGES, pdf.pages());
        return row;
    }

    /** The document of a record: no names, the person is a number there. */
    static FictitiousPdf pdf(Row row) {
        List<List<String>> pages = new ArrayList<>();
        for (Row line : row.sheet(PAPERS.sheet("cases"))) {
            for (String part : List.of("一次判定の結果と特記事項（架空）", "主治医意見書の写し（架空）")) {
                pages.add(List.of(
                        "介護認定審査会資料（架空）　資料番号　" + row.get(M11.MATERIAL_NO),
                        "",
                        "審査順　" + text(line, "caseOrder") + "　　被保険者番号　" + text(line, "insuredNumber") + "　　履歴番号　"
                                + text(line, "historyNo"),
                        "",
                        part));
            }
        }
        return FictitiousPdf.of(pages);
    }

    private static String text(Row row, String code) {
        return Objects.requireNonNull(row.text(row.layout().position(code)));
    }
}
