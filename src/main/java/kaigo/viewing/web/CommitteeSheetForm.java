package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.certification.Certifications;
import kaigo.certification.rules.SurveyWarnings;
import kaigo.layout.Item.IntItem;
import kaigo.layout.LayoutItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.paper.PrintedForm.Bar;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.ScreenText;

/** 認定審査会資料: 基準時間 with bars beside the figures, 警告コード in words. */
final class CommitteeSheetForm {

    /** 基準時間, in tenths of a minute. */
    static final List<IntItem> MINUTES = List.of(
            M08.STANDARD_MINUTES,
            M08.MINUTES_MEAL,
            M08.MINUTES_TOILET,
            M08.MINUTES_MOVING,
            M08.MINUTES_HYGIENE,
            M08.MINUTES_INDIRECT,
            M08.MINUTES_BPSD,
            M08.MINUTES_TRAINING,
            M08.MINUTES_MEDICAL,
            M08.MINUTES_DEMENTIA);

    /** 110 minutes, with which 要介護5 begins, in tenths: so long is a whole bar, and longer if the sum is. */
    private static final long SCALE = 1100;

    private static final int TENTHS = 10;

    private CommitteeSheetForm() {}

    static List<Group> of(ShownRecord sheet) {
        Set<Integer> own = Certifications.COMMITTEE_SHEET_ITEMS.stream()
                .map(sheet::position)
                .collect(Collectors.toSet());
        Set<Integer> minutes = MINUTES.stream().map(sheet::position).collect(Collectors.toSet());
        long scale =
                MINUTES.stream().flatMap(item -> sheet.number(item).stream()).reduce(SCALE, Math::max);
        List<Group> groups = new ArrayList<>();
        Section.parts(sheet, FormSections.SHEET).forEach((id, items) -> {
            List<Line> lines = new ArrayList<>();
            items.stream().filter(item -> own.contains(item.position())).forEach(item -> {
                lines.add(line(sheet, item, minutes, scale));
                if (item.position() == sheet.position(MINUTES.getLast())) {
                    lines.add(scale(scale));
                }
            });
            if (id.equals("sheet-result")) {
                lines.add(FormLines.notShown(sheet.name(M08.PANEL_NO)));
            }
            groups.add(new Group(ScreenText.text("section." + id), lines));
        });
        return groups;
    }

    private static Line line(ShownRecord sheet, LayoutItem item, Set<Integer> minutes, long scale) {
        if (item.position() == sheet.position(M08.WARNING_CODES)) {
            return new Prose(
                    item.name(),
                    sheet.text(M08.WARNING_CODES).map(CommitteeSheetForm::words).orElse(""));
        }
        if (!minutes.contains(item.position())) {
            return FormLines.line(sheet, item);
        }
        return sheet.value(item)
                .map(value -> (Line) new Bar(item.name(), Entry.text(value), (double) (Long) value.value() / scale))
                .orElseGet(() -> new Value(item.name(), ""));
    }

    /** One line for each; a code that is none of the 57 stays as it is. */
    private static String words(String codes) {
        return Arrays.stream(codes.split("(?<=\\G..)"))
                .map(code -> SurveyWarnings.named(code).stream()
                        .findFirst()
                        .map(SurveyView::words)
                        .orElse(code))
                .collect(Collectors.joining("\n"));
    }

    private static Line scale(long scale) {
        return new Value(
                ScreenText.text("print.scale"), ScreenText.text("print.scale.length", (scale + TENTHS - 1) / TENTHS));
    }
}
