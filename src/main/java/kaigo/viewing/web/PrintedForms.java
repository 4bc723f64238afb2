package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.certification.Certifications;
import kaigo.consent.ConsentText;
import kaigo.insured.Banner;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Notes;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.ScreenText;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;

/** 印刷する帳票: the records of a look in the order, the groups and the words of the form; the layout is ours (settled 36). */
final class PrintedForms {

    private PrintedForms() {}

    /**
     * @param application 要介護認定履歴番号, of the forms that are of one
     * @param insurer name of the municipality
     * @return empty if there is no such thing
     */
    static Optional<PrintedForm> of(
            Printout printout, Leaf leaf, String application, String insurer, PrintRequest request) {
        List<Group> groups = switch (printout) {
            case SURVEY, OPINION, COMMITTEE_SHEET -> ofApplication(printout, leaf, application);
            case CARDS -> cards(leaf, request.today());
            case CONSENT -> consent(insurer, request.today());
        };
        Head head = new Head(
                ScreenText.text("print." + printout),
                ScreenText.text("print." + printout + ".mark"),
                leaf.banner().map(banner -> person(banner, insurer)).orElse(null));
        return groups.isEmpty() ? Optional.empty() : Optional.of(new PrintedForm(head, groups, request.stamp()));
    }

    /**
     * @param stamp who prints, where and when
     * @param today the day of printing
     */
    record PrintRequest(Stamp stamp, LocalDate today) {}

    private static String person(Banner banner, String insurer) {
        return ScreenText.text(
                "print.person",
                banner.name(),
                banner.nameKana(),
                banner.person().insured().value(),
                insurer,
                banner.person().insurer().value());
    }

    /** A form that is of one application, as it is filled in; empty if nothing of it is shown. */
    static List<Group> ofApplication(Printout printout, Leaf leaf, String application) {
        return find(leaf, printout.parts().getFirst(), application)
                .map(one -> switch (printout) {
                    case SURVEY -> survey(one);
                    case OPINION -> opinion(one);
                    case COMMITTEE_SHEET -> sheet(one);
                    case CARDS, CONSENT -> throw new IllegalArgumentException(printout + " is of no application");
                })
                .orElse(List.of());
    }

    private static Optional<ShownRecord> find(Leaf leaf, Part part, String application) {
        return ShownRecord.list("M08", leaf.parts().getOrDefault(part, "[]")).stream()
                .filter(one ->
                        one.text(M08.HISTORY_NO).filter(application::equals).isPresent())
                .findFirst();
    }

    private static List<Group> survey(ShownRecord application) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                ScreenText.text("section.survey-application"),
                values(Entry.of(
                        application, M08.APPLIED_ON, M08.SURVEYED_ON, M08.SURVEY_PLACE_KIND, M08.SURVEY_PLACE))));
        application
                .rows("overview")
                .forEach(row -> groups.addAll(FormLines.groups(
                        row,
                        FormSections.OVERVIEW,
                        item -> item.position() != row.position(M08Overview.SURVEYOR_KANA))));
        application.rows("basic").forEach(row -> groups.addAll(FormLines.groups(row, FormSections.BASIC)));
        List<Line> notes = application.rows("notes").stream()
                .map(row -> (Line) new Prose(
                        row.label(M08Notes.BLOCK).orElse("") + "　"
                                + row.text(M08Notes.ITEM_NO).orElse(""),
                        row.text(M08Notes.TEXT).orElse("")))
                .toList();
        groups.add(new Group(ScreenText.text("section.survey-notes"), notes));
        return groups;
    }

    private static List<Group> opinion(ShownRecord application) {
        return application.rows("opinion").stream()
                .flatMap(row -> opinionSheet(row).stream())
                .toList();
    }

    /** The form of 2026-04 has neither 医師の同意 nor 添付資料. */
    private static List<Group> opinionSheet(ShownRecord row) {
        boolean isNew = row.code(M08Opinion.FORM_VERSION).filter("B"::equals).isPresent();
        Set<Integer> gone = isNew
                ? Set.of(row.position(M08Opinion.DOCTOR_CONSENT), row.position(M08Opinion.ATTACHMENTS))
                : Set.of();
        return FormLines.groups(row, FormSections.OPINION, item -> !gone.contains(item.position()));
    }

    private static List<Group> sheet(ShownRecord application) {
        Set<Integer> own = Certifications.COMMITTEE_SHEET_ITEMS.stream()
                .map(application::position)
                .collect(Collectors.toSet());
        return FormLines.groups(application, FormSections.SHEET, item -> own.contains(item.position()));
    }

    /** Those in force and those to come; what is over is not printed. */
    private static List<Group> cards(Leaf leaf, LocalDate today) {
        return CardsView.of(leaf, today).kinds().stream()
                .flatMap(kind -> kind.current().stream().map(card -> new Group(kind.title(), values(card.all()))))
                .toList();
    }

    private static List<Line> values(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.isLong()
                        ? (Line) new Prose(entry.name(), entry.value())
                        : new Value(entry.name(), entry.value()))
                .toList();
    }

    private static List<Group> consent(String insurer, LocalDate today) {
        String sentence = ConsentText.on(today).map(text -> text.of(insurer)).orElse("");
        List<Line> plain = Stream.of("1", "2", "3", "4")
                .map(number -> (Line) new Prose(
                        ScreenText.text("print.consent." + number), ScreenText.text("consentForm.plain." + number)))
                .toList();
        return List.of(
                new Group(
                        ScreenText.text("print.consent.sentence"),
                        List.of(new Prose(ScreenText.text("consentForm.sentence"), sentence))),
                new Group(ScreenText.text("consentForm.plain"), plain));
    }
}
