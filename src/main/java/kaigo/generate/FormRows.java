package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.generate.Draw.Salt;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M12;
import kaigo.shared.JapaneseDates;

/**
 * 帳票イメージのレコード (M12): the three forms of a decided application, of one person in five, since a quarter before 基準日. What
 * a form shows follows from its record, so that its PDF can be made again whenever it is needed.
 */
final class FormRows {
    private static final Layout FORM = Layouts.newest("M12").orElseThrow();
    private static final int ONE_IN = 5;
    private static final int MONTHS_BACK = 3;
    private static final String SURVEY = "1";
    private static final String OPINION = "2";
    private static final String COMMITTEE = "3";
    private static final Map<String, String> NAMES = Map.of(SURVEY, "認定調査票", OPINION, "主治医意見書", COMMITTEE, "介護認定審査会資料");

    private FormRows() {}

    static List<Row> forms(Insured insured) {
        if (insured.draw().below(ONE_IN, Salt.FORM) != 0) {
            return List.of();
        }
        LocalDate since = Insured.later(ConsentRows.BEGAN, insured.base().minusMonths(MONTHS_BACK));
        List<Row> forms = new ArrayList<>();
        for (Certification one : insured.course()) {
            if (one.isDecidedBy(insured.day())
                    && !one.isTransfer()
                    && !one.endedOn().isBefore(since)) {
                forms.add(form(insured, one, SURVEY, one.surveyedOn()));
                forms.add(form(insured, one, OPINION, one.opinionOn()));
                forms.add(form(insured, one, COMMITTEE, one.committeeOn()));
            }
        }
        return forms;
    }

    private static Row form(Insured insured, Certification one, String kind, LocalDate madeOn) {
        Row row = insured.row(FORM);
        row.set(M12.HISTORY_NO, String.valueOf(one.historyNo()));
        row.set(M12.FORM_KIND, kind);
        row.set(M12.MADE_ON, madeOn);
        row.set(M12.FILE_NAME, NAMES.get(kind) + ".pdf");
        FictitiousPdf pdf = pdf(row);
        row.set(M12.SHA256, pdf.sha256());
        row.set(M12.PAGES, pdf.pages());
        return row;
    }

    /** The document of a record. */
    static FictitiousPdf pdf(Row row) {
        LocalDate madeOn = row.get(M12.MADE_ON);
        return FictitiousPdf.of(List.of(List.of(
                NAMES.getOrDefault(row.get(M12.FORM_KIND), "帳票") + "（架空）",
                "",
                "保険者番号　" + row.get(M12.INSURER_NUMBER),
                "被保険者番号　" + row.get(M12.INSURED_NUMBER),
                "要介護認定履歴番号　" + row.get(M12.HISTORY_NO),
                "作成年月日　" + (madeOn == null ? "" : JapaneseDates.wareki(madeOn)),
                "",
                "この帳票の人物と内容は、すべて架空のものです。")));
    }
}
