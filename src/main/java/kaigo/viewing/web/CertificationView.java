package kaigo.viewing.web;

import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.certification.rules.SurveyWarnings;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M12;
import kaigo.screens.ScreenText;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * 認定情報: the applications, and what is shown of one of them: all of it (データ形式), or one of its forms (帳票形式).
 *
 * @param selected null if there is no application
 * @param beside its 基本調査 beside another one
 * @param form null: データ形式
 */
public record CertificationView(
        List<Application> applications,
        @Nullable Application selected,
        Optional<SurveyView> survey,
        List<Section> opinion,
        List<Section> sheet,
        List<String> warnings,
        List<Image> images,
        Beside beside,
        @Nullable FormView form) {

    /**
     * 申請.
     *
     * @param updatedAt when the municipality last wrote it
     */
    public record Application(
            String historyNo, String prefecture, String appliedOn, String type, String status, String updatedAt) {}

    /** 帳票イメージ. */
    public record Image(String kind, String sha256) {}

    /**
     * 二つの調査の比較.
     *
     * @param others applications whose survey can be read
     * @param surveys which two, the earlier application first
     * @param lines of the one that was asked for, or none
     * @param isMissing one was asked for, and cannot be read
     */
    public record Beside(
            List<Application> others, List<String> surveys, List<SurveyView.Compared> lines, boolean isMissing) {

        static final Beside NONE = new Beside(List.of(), List.of(), List.of(), false);
    }

    static CertificationView of(Leaf leaf, TabChoice choice) {
        List<Application> applications = list(leaf, Part.CERTIFICATIONS).stream()
                .map(one -> new Application(
                        history(one),
                        one.label(M08.PREFECTURE).orElse(""),
                        Entry.text(one, M08.APPLIED_ON),
                        one.label(M08.APPLICATION_TYPE).orElse(""),
                        one.label(M08.CERT_STATUS).orElseGet(() -> ScreenText.text("progress.judged")),
                        Entry.text(one, M08.SOURCE_UPDATED_AT)))
                .toList();
        Application selected = applications.stream()
                .filter(one -> one.historyNo().equals(choice.application()))
                .findFirst()
                .or(() -> newestShown(leaf, applications))
                .or(() -> applications.stream().findFirst())
                .orElse(null);
        return selected == null ? none(applications) : of(leaf, applications, selected, choice);
    }

    private static CertificationView none(List<Application> applications) {
        Optional<SurveyView> survey = Optional.empty();
        return new CertificationView(
                applications, null, survey, List.of(), List.of(), List.of(), List.of(), Beside.NONE, null);
    }

    private static CertificationView of(
            Leaf leaf, List<Application> applications, Application selected, TabChoice choice) {
        String history = selected.historyNo();
        Optional<SurveyView> survey =
                find(leaf, Part.SURVEYS, history).filter(SurveyForm::isThere).map(SurveyView::of);
        Optional<ShownRecord> sheet = find(leaf, Part.COMMITTEE_SHEETS, history);
        List<Application> others = survey.isPresent() ? others(leaf, applications, selected) : List.of();
        return new CertificationView(
                applications,
                selected,
                survey,
                find(leaf, Part.OPINIONS, history).stream()
                        .flatMap(one -> one.rows("opinion").stream())
                        .flatMap(row -> Section.divide(row, FormSections.OPINION).stream())
                        .toList(),
                sheet.map(one -> Section.divide(one, FormSections.SHEET)).orElse(List.of()),
                sheet.flatMap(one -> one.text(M08.WARNING_CODES))
                        .map(CertificationView::warnings)
                        .orElse(List.of()),
                images(leaf, history),
                beside(leaf, others, selected, choice.beside()),
                choice.form() == null ? null : FormView.of(leaf, history, choice.form()));
    }

    /** The newest of which something can be read. */
    private static Optional<Application> newestShown(Leaf leaf, List<Application> applications) {
        return applications.stream()
                .filter(one -> find(leaf, Part.SURVEYS, one.historyNo())
                        .or(() -> find(leaf, Part.OPINIONS, one.historyNo()))
                        .or(() -> find(leaf, Part.COMMITTEE_SHEETS, one.historyNo()))
                        .isPresent())
                .findFirst();
    }

    private static List<Application> others(Leaf leaf, List<Application> applications, Application selected) {
        return applications.stream()
                .filter(one -> !one.equals(selected))
                .filter(one -> find(leaf, Part.SURVEYS, one.historyNo())
                        .filter(survey -> !survey.rows("basic").isEmpty())
                        .isPresent())
                .toList();
    }

    private static Beside beside(Leaf leaf, List<Application> others, Application selected, @Nullable String wanted) {
        Optional<ShownRecord> other = others.stream()
                .filter(one -> one.historyNo().equals(wanted))
                .findFirst()
                .flatMap(one -> find(leaf, Part.SURVEYS, wanted));
        Optional<ShownRecord> shown = find(leaf, Part.SURVEYS, selected.historyNo());
        if (other.isEmpty() || shown.isEmpty()) {
            return new Beside(others, List.of(), List.of(), wanted != null);
        }
        List<ShownRecord> surveys = Stream.of(other.get(), shown.get())
                .sorted(Comparator.comparing(one -> one.day(M08.APPLIED_ON), Comparator.nullsFirst(naturalOrder())))
                .toList();
        return new Beside(
                others,
                surveys.stream()
                        .map(one -> ScreenText.text("compare.survey", Entry.text(one, M08.APPLIED_ON))
                                + (one == shown.get() ? ScreenText.text("compare.shown") : ""))
                        .toList(),
                SurveyView.compare(SurveyView.of(surveys.getFirst()), SurveyView.of(surveys.getLast())),
                false);
    }

    private static List<Image> images(Leaf leaf, String history) {
        return ShownRecord.list("M12", leaf.parts().getOrDefault(Part.FORMS, "[]")).stream()
                .filter(one -> one.text(M12.HISTORY_NO).filter(history::equals).isPresent())
                .map(one -> new Image(
                        one.label(M12.FORM_KIND).orElse(""),
                        one.text(M12.SHA256).orElse("")))
                .toList();
    }

    private static List<String> warnings(String codes) {
        return SurveyWarnings.named(codes).stream().map(SurveyView::words).toList();
    }

    private static List<ShownRecord> list(Leaf leaf, Part part) {
        return ShownRecord.list("M08", leaf.parts().getOrDefault(part, "[]"));
    }

    private static Optional<ShownRecord> find(Leaf leaf, Part part, @Nullable String history) {
        return list(leaf, part).stream()
                .filter(one -> history(one).equals(history))
                .findFirst();
    }

    private static String history(ShownRecord one) {
        return one.text(M08.HISTORY_NO).orElse("");
    }

    public boolean isShown() {
        return survey.isPresent() || !opinion.isEmpty() || !sheet.isEmpty();
    }

    @Override
    public String toString() {
        return "CertificationView[…]";
    }
}
