package kaigo.insured;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import kaigo.insured.rules.LinkCaseGuide;
import kaigo.insured.rules.LinkCaseGuide.Answered;
import kaigo.insured.rules.LinkCaseGuide.Situation;
import kaigo.insured.rules.LinkChoice;
import kaigo.insured.rules.LinkQuestion;
import kaigo.insured.rules.LinkStep;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the list of cases. */
final class CaseRows {

    private CaseRows() {}

    static CaseList.Row row(ResultSet row) throws SQLException {
        LinkState state = LinkState.ofCode(row.getInt("state"));
        boolean exception = LinkCaseStore.isUnderResidenceException(row);
        String error = row.getString("error");
        LinkStep step = !state.needsStaff() || error == null
                ? null
                : LinkCaseGuide.next(
                        new Situation(ErrorId.valueOf(error), exception), answers(row.getString("answers")));
        return new CaseList.Row(
                row.getString("insured_number"),
                row.getString("name"),
                row.getString("name_kana"),
                state,
                exception,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                step);
    }

    private static List<Answered> answers(@Nullable String joined) {
        List<Answered> answers = new ArrayList<>();
        for (String one : joined == null ? new String[0] : joined.split(",", -1)) {
            String[] parts = one.split("=", -1);
            LinkChoice choice = LinkChoice.valueOf(parts[1]);
            if (choice != LinkChoice.RECORDED) {
                answers.add(new Answered(LinkQuestion.valueOf(parts[0]), choice));
            }
        }
        return answers;
    }
}
