package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import kaigo.certification.Certifications;
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

    /**
     * 施設等利用 has so many. Of longer lists, 要介護度 and 特定疾病, the form has a blank to write in, and only what was chosen
     * stands there.
     */
    private static final int LONGEST_CHOICE = 12;

    private FormLines() {}

    /** @param begins each section's name and its first item, in the order of the form */
    static List<Group> groups(ShownRecord record, List<Map.Entry<String, Item>> begins) {
        return groups(record, begins, item -> true, item -> false);
    }

    /**
     * @param belongs whether an item is one of this form's
     * @param hidden whether only its name is shown
     */
    static List<Group> groups(
            ShownRecord record,
            List<Map.Entry<String, Item>> begins,
            Predicate<LayoutItem> belongs,
            Predicate<LayoutItem> hidden) {
        List<Group> groups = new ArrayList<>();
        Section.parts(record, begins).forEach((id, items) -> {
            List<LayoutItem> own = items.stream().filter(belongs).toList();
            groups.add(new Group(ScreenText.text("section." + id), lines(record, own, hidden)));
        });
        return groups;
    }

    /** 支援措置: where such a person is to be found. */
    static Predicate<LayoutItem> placesOf(ShownRecord record, boolean addressIsOpen) {
        List<Integer> places = addressIsOpen
                ? List.of()
                : Certifications.PLACES.stream()
                        .filter(record::isOf)
                        .map(record::position)
                        .toList();
        return item -> places.contains(item.position());
    }

    /** Lines of these items, also of those without a value. */
    static List<Line> lines(ShownRecord record, List<LayoutItem> items) {
        return lines(record, items, item -> false);
    }

    static List<Line> lines(ShownRecord record, List<LayoutItem> items, Predicate<LayoutItem> hidden) {
        Map<String, List<LayoutItem>> boxes = new LinkedHashMap<>();
        for (LayoutItem item : items) {
            Box box = Box.of(item);
            if (box != null) {
                boxes.computeIfAbsent(box.line(), line -> new ArrayList<>()).add(item);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (LayoutItem item : items) {
            Box box = Box.of(item);
            List<LayoutItem> question = box == null ? null : boxes.remove(box.line());
            if (box == null) {
                lines.add(hidden.test(item) ? notShown(item.name()) : line(record, item));
            } else if (question != null) {
                lines.add(question(record, box, question));
            }
        }
        return lines;
    }

    /** An item that the form has and the platform does not show: it is named, so that nobody takes it for left empty. */
    static Line notShown(String name) {
        return new Value(name, ScreenText.text("print.notShown"));
    }

    /** Where the form has numbers, none of a question's boxes ticked is an answer too, and is marked as one. */
    private static Line question(ShownRecord record, Box first, List<LayoutItem> boxes) {
        List<Option> options = new ArrayList<>();
        for (LayoutItem item : boxes) {
            Box box = Objects.requireNonNull(Box.of(item));
            options.add(new Option(box.numbered(), isTicked(record, item)));
        }
        boolean none = options.stream().noneMatch(Option::chosen)
                && boxes.stream().allMatch(item -> record.value(item).isPresent());
        String label = ScreenText.text("entry.notAny");
        if (first.followsNone()) {
            options.addFirst(new Option("1." + label, none));
        } else if (first.number() > 0) {
            options.add(new Option(label, none));
        }
        return new Choice(first.line(), options);
    }

    static Line line(ShownRecord record, LayoutItem item) {
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
                                    isNumbered(item) ? code.getKey() + "." + code.getValue() : code.getValue(),
                                    code.getKey().equals(chosen)))
                            .toList());
        }
        String text = record.value(item).map(Entry::text).orElse("");
        return item.type() == ItemType.XL ? new Prose(item.name(), text) : new Value(item.name(), text);
    }

    /** The forms number the answers of 基本調査, but for 7 日常生活自立度; all others are boxes only. */
    private static boolean isNumbered(LayoutItem item) {
        return item.place().sheet().equals("basic") && !item.code().startsWith("q7");
    }

    private static boolean isTicked(ShownRecord record, LayoutItem item) {
        return record.value(item)
                .filter(value -> Boolean.TRUE.equals(value.value()))
                .isPresent();
    }
}
