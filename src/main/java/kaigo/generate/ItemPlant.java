package kaigo.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kaigo.layout.ErrorId;
import kaigo.layout.ItemType;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Requirement;
import kaigo.layout.Row;
import kaigo.layout.Sheet;
import kaigo.layout.ValueCheck;
import org.jspecify.annotations.Nullable;

/**
 * 項目の誤り of any layout: for each id of the item checks the items that can have it are found by walking the item table.
 * Only a value that is there is made wrong, so that no other item is asked for because of it.
 *
 * @param spots where it can stand; the first that a record has is taken
 */
record ItemPlant(ErrorId id, List<Spot> spots, Damage damage) implements Plant {
    private static final Set<String> COMMON = Set.of("updateType", "insurerNumber", "insuredNumber", "sourceUpdatedAt");
    private static final int LONGEST = 200;
    private static final String OUTSIDE = "髙";

    /** @param sheet where the item stands, or null for the record itself */
    record Spot(@Nullable Sheet sheet, LayoutItem item) {

        Optional<Row> in(Row record) {
            return sheet == null
                    ? Optional.of(record)
                    : record.sheet(sheet).stream().findFirst();
        }
    }

    /** What is done to an item, and in which rows it can be done. */
    record Damage(Predicate<LayoutItem> items, BiPredicate<Row, LayoutItem> rows, Change change) {

        Damage(Predicate<LayoutItem> items, Change change) {
            this(items, (row, item) -> true, change);
        }
    }

    private interface Change {
        @Nullable
        String of(LayoutItem item, String value);
    }

    /** The kinds that this layout can have: each once in the record itself, and once in a sheet. */
    static List<Plant> of(Layout layout) {
        List<Plant> kinds = new ArrayList<>();
        add(kinds, ErrorId.E3001, layout, new Damage(ItemPlant::isRequired, (item, value) -> null));
        add(kinds, ErrorId.E3002, layout, new Damage(ItemPlant::isShortText, ItemPlant::tooLong));
        add(kinds, ErrorId.E3003, layout, new Damage(ItemPlant::hasCharacterClass, (item, value) -> "ｶﾞあ"));
        add(kinds, ErrorId.W3004, layout, new Damage(ItemPlant::isText, ItemPlant::withOutside));
        add(kinds, ErrorId.E3005, layout, new Damage(ItemPlant::isDate, ItemPlant::notADate));
        add(kinds, ErrorId.E3007, layout, new Damage(ItemPlant::isCode, (item, value) -> "Z"));
        add(kinds, ErrorId.E3008, layout, new Damage(ItemPlant::hasCheckDigit, (item, value) -> otherDigit(value)));
        add(
                kinds,
                ErrorId.E3009,
                layout,
                new Damage(item -> item.type() == ItemType.I, (item, value) -> "9".repeat(item.maxLength() + 1)));
        add(
                kinds,
                ErrorId.E3010,
                layout,
                new Damage(
                        ItemPlant::isConditional,
                        (row, item) -> item.requirement().asksFor(row),
                        (item, value) -> null));
        return kinds;
    }

    private static void add(List<Plant> kinds, ErrorId id, Layout layout, Damage damage) {
        List<Spot> own = spots(null, layout, damage).toList();
        List<Spot> inSheets = layout.sheets().stream()
                .flatMap(sheet -> spots(sheet, sheet.layout(), damage))
                .toList();
        Stream.of(own, inSheets)
                .filter(spots -> !spots.isEmpty())
                .forEach(spots -> kinds.add(new ItemPlant(id, spots, damage)));
    }

    /** The items of the key last: a record that loses its key says less. */
    private static Stream<Spot> spots(@Nullable Sheet sheet, Layout layout, Damage damage) {
        List<LayoutItem> items = layout.ownItems().stream()
                .filter(item -> !COMMON.contains(item.code()) && damage.items().test(item))
                .toList();
        return Stream.concat(
                        items.stream().filter(item -> !layout.key().contains(item)),
                        items.stream().filter(layout.key()::contains))
                .map(item -> new Spot(sheet, item));
    }

    @Override
    public boolean fits(PlantSite site) {
        return spot(site.row()).isPresent();
    }

    @Override
    public String damage(PlantSite site) {
        Spot spot = spot(site.row()).orElseThrow();
        Row row = spot.in(site.row()).orElseThrow();
        int position = spot.item().position();
        row.text(position, damage.change().of(spot.item(), String.valueOf(row.text(position))));
        return spot.item().path();
    }

    private Optional<Spot> spot(Row record) {
        return spots.stream()
                .filter(spot -> spot.in(record)
                        .filter(row -> row.text(spot.item().position()) != null
                                && damage.rows().test(row, spot.item()))
                        .isPresent())
                .findFirst();
    }

    private static boolean isRequired(LayoutItem item) {
        return item.requirement() instanceof Requirement.Always;
    }

    private static boolean isShortText(LayoutItem item) {
        return item.maxLength() <= LONGEST && (isText(item) || hasLetters(item));
    }

    private static boolean hasLetters(LayoutItem item) {
        return switch (item.type()) {
            case N, AN, K -> true;
            case X, XL, D, T, I, F, C -> false;
        };
    }

    private static boolean hasCharacterClass(LayoutItem item) {
        return hasLetters(item) || item.type() == ItemType.I;
    }

    private static boolean isText(LayoutItem item) {
        return item.type() == ItemType.X || item.type() == ItemType.XL;
    }

    private static boolean isDate(LayoutItem item) {
        return item.type() == ItemType.D || item.check() == ValueCheck.yearMonth;
    }

    private static boolean isCode(LayoutItem item) {
        return item.type() == ItemType.C || item.type().isFlag();
    }

    private static boolean hasCheckDigit(LayoutItem item) {
        return item.check() != null && item.check().failure() == ErrorId.E3008;
    }

    private static boolean isConditional(LayoutItem item) {
        return item.requirement() instanceof Requirement.When;
    }

    private static String tooLong(LayoutItem item, String value) {
        String one = item.type() == ItemType.N || item.type() == ItemType.AN ? "1" : "ア";
        return one.repeat(item.maxLength() + 1);
    }

    private static String withOutside(LayoutItem item, String value) {
        return value.substring(0, value.offsetByCodePoints(value.length(), -1)) + OUTSIDE;
    }

    private static String notADate(LayoutItem item, String value) {
        return value.substring(0, 4) + (item.type() == ItemType.D ? "0231" : "13");
    }

    static String otherDigit(String value) {
        int last = value.length() - 1;
        return value.substring(0, last) + (char) ('0' + (value.charAt(last) - '0' + 1) % 10);
    }
}
