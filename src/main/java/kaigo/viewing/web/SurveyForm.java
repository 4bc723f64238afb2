package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.layout.Item;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Notes;
import kaigo.layout.items.M08Overview;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.screens.ScreenText;

/** 認定調査票: 概況調査, 基本調査, and the seven blocks of 特記事項, also those in which nothing stands. */
final class SurveyForm {

    private static final List<Item> HEAD =
            List.of(M08.APPLIED_ON, M08.SURVEYED_ON, M08.SURVEY_PLACE_KIND, M08.SURVEY_PLACE);

    private SurveyForm() {}

    /** @param addressIsOpen whether whoever reads it may know where the person is to be found */
    static List<Group> of(ShownRecord application, boolean addressIsOpen) {
        if (!isThere(application)) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        application.rows("overview").forEach(row -> groups.addAll(overview(application, row, addressIsOpen)));
        application.rows("basic").forEach(row -> groups.addAll(FormLines.groups(row, FormSections.BASIC)));
        groups.add(notes(application.rows("notes")));
        return groups;
    }

    /** Whether anything of the survey has come: an application is registered long before. */
    static boolean isThere(ShownRecord application) {
        return Stream.of("overview", "basic", "notes")
                .anyMatch(sheet -> !application.rows(sheet).isEmpty());
    }

    /** Ⅰ 調査実施者 begins with what the record itself says, and names who surveyed without showing it. */
    private static List<Group> overview(ShownRecord application, ShownRecord row, boolean addressIsOpen) {
        int kana = row.position(M08Overview.SURVEYOR_KANA);
        List<Group> groups = FormLines.groups(
                row, FormSections.OVERVIEW, item -> item.position() != kana, FormLines.placesOf(row, addressIsOpen));
        List<Integer> positions = HEAD.stream().map(application::position).toList();
        List<LayoutItem> own = application.items().stream()
                .filter(item -> positions.contains(item.position()))
                .toList();
        Group first = groups.removeFirst();
        List<Line> lines =
                new ArrayList<>(FormLines.lines(application, own, FormLines.placesOf(application, addressIsOpen)));
        lines.addAll(first.lines());
        Stream.of(
                        row.name(M08Overview.SURVEYOR_KANA),
                        application.name(M08.SURVEYOR),
                        application.name(M08.SURVEYOR_ORGANISATION))
                .map(FormLines::notShown)
                .forEach(lines::add);
        groups.addFirst(new Group(first.title(), List.copyOf(lines)));
        return groups;
    }

    private static Group notes(List<ShownRecord> rows) {
        Layout layout = Layouts.newest("M08").orElseThrow().sheet("notes").layout();
        LayoutItem block = layout.item(layout.position(M08Notes.BLOCK));
        List<Line> lines = new ArrayList<>();
        Objects.requireNonNull(block.codes())
                .labels()
                .forEach((code, label) -> lines.add(new Prose(code + "　" + label, text(rows, code))));
        return new Group(ScreenText.text("section.survey-notes"), lines);
    }

    private static String text(List<ShownRecord> rows, String block) {
        List<ShownRecord> own = rows.stream()
                .filter(row -> row.code(M08Notes.BLOCK).filter(block::equals).isPresent())
                .toList();
        return own.isEmpty()
                ? ScreenText.text("print.blank")
                : own.stream().map(SurveyForm::note).collect(Collectors.joining("\n"));
    }

    /** （1-3）　and its text. */
    private static String note(ShownRecord row) {
        String number = row.text(M08Notes.ITEM_NO).map(one -> "（" + one + "）　").orElse("");
        return number + row.text(M08Notes.TEXT).orElse("");
    }
}
