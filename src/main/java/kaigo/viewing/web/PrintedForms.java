package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.consent.ConsentText;
import kaigo.insured.Banner;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Opinion;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.screens.ScreenText;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;

/** 印刷する帳票: the records of a look in the order, the groups and the words of the form; the layout is ours (settled 36). */
final class PrintedForms {

    private PrintedForms() {}

    /**
     * @param wanted of which application, and which kind of certificate
     * @param insurer name of the municipality
     * @return empty if there is no such thing
     */
    static Optional<PrintedForm> of(
            Printout printout, Leaf leaf, PrintWanted wanted, String insurer, PrintRequest request) {
        List<Group> groups = switch (printout) {
            case SURVEY, OPINION, COMMITTEE_SHEET ->
                ofApplication(printout, leaf, Objects.requireNonNullElse(wanted.application(), ""));
            case CARDS, INSURANCE_CARD, BURDEN_RATIO, BURDEN_LIMIT, REDUCTION ->
                CardForms.of(leaf, wanted.kind(), request.today());
            case CONSENT -> consent(insurer, request.today());
        };
        Head head = new Head(
                ScreenText.text("print." + printout),
                ScreenText.text("print." + printout + ".mark"),
                leaf.banner()
                        .map(banner -> person(banner, insurer) + filed(printout, leaf, wanted))
                        .orElse(null));
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

    /** 申請日 on every sheet of a form that is of one application. */
    private static String filed(Printout printout, Leaf leaf, PrintWanted wanted) {
        return switch (printout) {
            case SURVEY, OPINION, COMMITTEE_SHEET ->
                find(leaf, printout.parts().getFirst(), Objects.requireNonNullElse(wanted.application(), ""))
                        .map(one -> ScreenText.text("print.filed", Entry.text(one, M08.APPLIED_ON)))
                        .orElse("");
            default -> "";
        };
    }

    /** A form that is of one application, as it is filled in; empty if nothing of it is shown. */
    static List<Group> ofApplication(Printout printout, Leaf leaf, String application) {
        boolean addressIsOpen =
                leaf.banner().filter(banner -> banner.address() != null).isPresent();
        return find(leaf, printout.parts().getFirst(), application)
                .map(one -> switch (printout) {
                    case SURVEY -> SurveyForm.of(one, addressIsOpen);
                    case OPINION -> opinion(one, addressIsOpen);
                    case COMMITTEE_SHEET -> CommitteeSheetForm.of(one);
                    default -> throw new IllegalArgumentException(printout + " is of no application");
                })
                .orElse(List.of());
    }

    private static Optional<ShownRecord> find(Leaf leaf, Part part, String application) {
        return ShownRecord.list("M08", leaf.parts().getOrDefault(part, "[]")).stream()
                .filter(one ->
                        one.text(M08.HISTORY_NO).filter(application::equals).isPresent())
                .findFirst();
    }

    private static List<Group> opinion(ShownRecord application, boolean addressIsOpen) {
        return application.rows("opinion").stream()
                .flatMap(row -> opinionSheet(row, addressIsOpen).stream())
                .toList();
    }

    /** The form of 2026-04 has neither 医師の同意 nor 添付資料. */
    private static List<Group> opinionSheet(ShownRecord row, boolean addressIsOpen) {
        boolean isNew = row.code(M08Opinion.FORM_VERSION).filter("B"::equals).isPresent();
        Set<Integer> gone = isNew
                ? Set.of(row.position(M08Opinion.DOCTOR_CONSENT), row.position(M08Opinion.ATTACHMENTS))
                : Set.of();
        return FormLines.groups(
                row,
                FormSections.OPINION,
                item -> !gone.contains(item.position()),
                FormLines.placesOf(row, addressIsOpen));
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
