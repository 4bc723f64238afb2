package kaigo.intake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import kaigo.intake.ReceivedFile;
import kaigo.intake.ResultFile;
import kaigo.intake.ResultPage;
import org.jspecify.annotations.Nullable;

/** 一覧の応答: pages of registrations and of results, each with the mark of the page that follows. */
final class Lists {

    private Lists() {}

    /** @param nextBefore value of {@code before} for the page that follows; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registrations(
            List<RegistrationView> registrations, @Nullable String nextBefore) {
        static Registrations of(List<ReceivedFile> files, int limit) {
            List<RegistrationView> views =
                    files.stream().map(RegistrationView::of).toList();
            return new Registrations(
                    views, files.size() < limit ? null : views.getLast().receiptNo());
        }
    }

    /**
     * @param results records by the code names of P01
     * @param nextAfter value of {@code after} for the page that follows; absent on the last so far
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Records(
            RegistrationView registration,
            List<Map<String, Object>> results,
            @Nullable Integer nextAfter) {
        static Records of(ResultPage page) {
            List<Map<String, Object>> records = page.records().stream()
                    .map(result -> ResultFile.record(page.file(), result))
                    .toList();
            return new Records(RegistrationView.of(page.file()), records, page.next());
        }
    }
}
