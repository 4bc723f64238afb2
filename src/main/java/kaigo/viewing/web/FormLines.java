package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kaigo.layout.CodeList;
import kaigo.layout.Item;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.layout.ShownRecord;
import kaigo.paper.PrintedForm.Choice;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Option;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.ScreenText;

/** 帳票の欄: the items of a record as lines of a form, also those that were left empty, with all that could be chosen. */
final class FormLines {

    /** Of longer lists only what was chosen stands on paper. */
    private static final int LONGEST_CHOICE = 9;

    private FormLines() {}

    /** @param begins each section's name and its first item, in the order of the form */
    static List<Group> groups(ShownRecord record, List<Map.Entry<String, Item>> begins) {
        return groups(record, begins, item -> true);
    }

    /** @param belongs whether an item is one of this form's */
    static List<Group> groups(ShownRecord record, List<Map.Entry<String, Item>> begins, Predicate<LayoutItem> belongs) {
        List<Group> groups = new ArrayList<>();
        Section.parts(record, begins).forEach((id, items) -> {
            List<LayoutItem> own = items.stream().filter(belongs).toList();
            groups.add(new Group(ScreenText.text("section." + id), lines(record, own)));
        });
        return groups;
    }

    private static List<Line> lines(ShownRecord record, List<LayoutItem> items) {
        List<Line> lines = new ArrayList<>();
        Map<String, List<Option>> boxes = new LinkedHashMap<>();
        for (LayoutItem item : items) {
            Box box = Box.of(item);
            if (box == null) {
                lines.add(line(record, item));
                continue;
            }
            if (!boxes.containsKey(box.question())) {
                boxes.put(box.question(), new ArrayList<>());
                lines.add(new Choice(box.question(), boxes.get(box.question())));
            }
            boxes.get(box.question()).add(new Option(box.label(), isTicked(record, item)));
        }
        return lines;
    }

    private static Line line(ShownRecord record, LayoutItem item) {
        CodeList codes = item.codes();
        if (item.type() == ItemType.F) {
            boolean ticked = isTicked(record, item);
            return new Choice(
                    item.name(),
                    List.of(
                            new Option(ScreenText.text("entry.yes"), ticked),
                            new Option(ScreenText.text("entry.no"), !ticked)));
        }
        if (codes != null && codes.labels().size() <= LONGEST_CHOICE) {
            String chosen = record.code(item).orElse("");
            return new Choice(
                    item.name(),
                    codes.labels().entrySet().stream()
                            .map(code -> new Option(
                                    code.getKey() + "." + code.getValue(),
                                    code.getKey().equals(chosen)))
                            .toList());
        }
        String text = record.value(item).map(Entry::text).orElse("");
        return item.type() == ItemType.XL ? new Prose(item.name(), text) : new Value(item.name(), text);
    }

    private static boolean isTicked(ShownRecord record, LayoutItem item) {
        return record.value(item)
                .filter(value -> Boolean.TRUE.equals(value.value()))
                .isPresent();
    }
}
