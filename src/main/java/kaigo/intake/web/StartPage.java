package kaigo.intake.web;

import java.util.List;
import kaigo.insured.CaseCounts;
import kaigo.insured.CaseKind;
import kaigo.intake.ReceivedFile;

/** What the start page shows. */
public record StartPage(String day, CaseCounts cases, List<ReceivedFile> last, int working) {

    public int openCases() {
        return cases.of(CaseKind.OPEN);
    }
}
