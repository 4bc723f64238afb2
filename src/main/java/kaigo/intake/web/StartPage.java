package kaigo.intake.web;

import java.util.List;
import kaigo.insured.CaseCounts;
import kaigo.insured.CaseKind;
import kaigo.intake.DaySummary;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Results.Start;
import kaigo.shared.JapaneseDates;

/** What the start page shows. */
public record StartPage(Start start, List<ReceivedFile> last, int working) {

    public String today() {
        return JapaneseDates.both(day().today());
    }

    public DaySummary day() {
        return start.day();
    }

    public CaseCounts cases() {
        return start.cases();
    }

    public int openCases() {
        return cases().of(CaseKind.OPEN);
    }
}
