package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.insured.Banner;
import kaigo.layout.Item;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.layout.Requirement;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M02;
import kaigo.layout.items.M03;
import kaigo.layout.items.M04;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.ScreenText;
import kaigo.shared.Sex;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.web.CardsView.Card;
import org.jspecify.annotations.Nullable;

/** 証の確認用写し: each certificate on a sheet of its own, with the boxes that are empty on it (rulings 43). */
final class CardForms {

    /** 証種別 that have a 確認番号, and those that have 課税層の特例減額. */
    private static final Set<String> NUMBERED = Set.of("03", "05", "06", "09");

    private static final Set<String> LIMITS = Set.of("01", "07");

    private CardForms() {}

    /**
     * Those in force and those to come; what is over is not printed.
     *
     * @param wanted code of the only kind to print, or null
     */
    static List<Group> of(Leaf leaf, @Nullable String wanted, LocalDate today) {
        Banner banner = leaf.banner().orElse(null);
        return CardsView.of(leaf, today).kinds().stream()
                .filter(kind -> wanted == null || kind.code().equals(wanted))
                .flatMap(kind ->
                        kind.current().stream().map(card -> new Group(kind.title(), lines(card, banner), true)))
                .toList();
    }

    /** The head of every certificate; the address as the banner has it: under 支援措置 it has none. */
    private static Stream<Line> person(@Nullable Banner banner) {
        return banner == null
                ? Stream.of()
                : Stream.of(
                        value("person.number", banner.person().insured().value()),
                        value("person.address", banner.address() == null ? hidden() : banner.address()),
                        value("print.kana", banner.nameKana()),
                        value("print.name", banner.name()),
                        value("person.birth", FileView.birthDate(banner)),
                        value(
                                "person.sex",
                                Sex.ofCode(banner.sex()).map(Sex::label).orElse("")));
    }

    private static Line value(String key, String text) {
        return new Value(ScreenText.text(key), text.isEmpty() ? blank() : text);
    }

    private static List<Line> lines(Card card, @Nullable Banner banner) {
        ShownRecord record = card.record();
        List<Line> lines = new ArrayList<>(person(banner).toList());
        if (record.isOf(M03.BURDEN_YEAR)) {
            card.head().forEach(year -> lines.add(new Value(year.name(), year.value())));
        }
        Map<String, List<LayoutItem>> rows = new LinkedHashMap<>();
        record.items().stream()
                .filter(item -> belongs(record, item))
                .forEach(item -> rows.computeIfAbsent(row(item), row -> new ArrayList<>())
                        .add(item));
        Set<Integer> closed = banner != null && banner.address() == null && isInsuranceCard(record)
                ? Set.of(record.position(M02.FACILITIES1_NAME), record.position(M02.FACILITIES2_NAME))
                : Set.of();
        rows.forEach((row, items) -> lines.addAll(lines(record, row, items, closed)));
        return lines;
    }

    /** What belongs together stands in one line: 給付制限1 with its period, the boxes of 軽減対象. */
    private static List<Line> lines(ShownRecord record, String row, List<LayoutItem> items, Set<Integer> closed) {
        LayoutItem first = items.getFirst();
        if (Box.of(first) != null) {
            return FormLines.lines(record, items);
        }
        if (items.size() == 1) {
            String text = text(record, first, closed);
            return List.of(first.type() == ItemType.XL ? new Prose(row, text) : new Value(row, text));
        }
        boolean isEmpty = items.stream().allMatch(item -> record.value(item).isEmpty());
        String text = items.stream()
                .map(item -> item.name().substring(row.length()).strip() + "　" + text(record, item, closed))
                .collect(Collectors.joining("\n"));
        return List.of(new Value(row, isEmpty ? blank() : text));
    }

    private static String text(ShownRecord record, LayoutItem item, Set<Integer> closed) {
        return record.value(item)
                .map(Entry::text)
                .orElseGet(() -> closed.contains(item.position()) ? hidden() : blank());
    }

    /** 給付制限1 of 給付制限1 内容; of an item that is none of several its name. */
    private static String row(LayoutItem item) {
        Box box = Box.of(item);
        if (box != null) {
            return box.line();
        }
        return item.place().group().isEmpty()
                ? item.name()
                : item.name().substring(0, item.name().indexOf(' '));
    }

    /** Of the nine kinds of M04 each has some boxes only. The insurer stands in the head of the sheet. */
    private static boolean belongs(ShownRecord record, LayoutItem item) {
        if (item.code().equals(M02.INSURER_NUMBER.code())) {
            return false;
        }
        if (record.value(item).isPresent()) {
            return true;
        }
        if (isInsuranceCard(record)) {
            return item.position() != record.position(M02.VOIDED_ON);
        }
        if (!record.isOf(M04.CERT_KIND)) {
            return true;
        }
        String kind = record.code(M04.CERT_KIND).orElse("");
        if (isAt(record, item, M04.CONFIRMATION_NO)) {
            return NUMBERED.contains(kind);
        }
        if (isAt(record, item, M04.SPECIAL_REDUCTION)) {
            return LIMITS.contains(kind);
        }
        return !(item.requirement() instanceof Requirement.When when)
                || when.values().contains(kind);
    }

    private static boolean isAt(ShownRecord record, LayoutItem item, Item other) {
        return item.position() == record.position(other);
    }

    private static boolean isInsuranceCard(ShownRecord record) {
        return record.isOf(M02.CARE_LEVEL);
    }

    private static String blank() {
        return ScreenText.text("print.blank");
    }

    private static String hidden() {
        return ScreenText.text("person.address.hidden");
    }
}
