package kaigo.layout;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 起こりうるエラー: which ids of the catalogue a file or a record of a layout can get. */
final class PossibleErrors {
    private final Layout layout;
    private final List<LayoutItem> items;

    private PossibleErrors(Layout layout) {
        this.layout = layout;
        this.items = Stream.concat(
                        layout.items().stream(),
                        layout.sheets().stream().flatMap(sheet -> sheet.layout().ownItems().stream()))
                .toList();
    }

    /** In the order of the catalogue. */
    static List<ErrorId> of(Layout layout) {
        PossibleErrors possible = new PossibleErrors(layout);
        return Arrays.stream(ErrorId.values()).filter(possible::contains).toList();
    }

    private boolean contains(ErrorId id) {
        return switch (id.group()) {
            case RECEPTION -> id != ErrorId.E1014 || !layout.sheets().isEmpty();
            case STATE -> layout.position("updateType") >= 0;
            case ITEM -> ofItems().contains(id);
            case RELATION -> ofRelations().contains(id);
            case LINKING -> layout.position("myNumber") >= 0;
            case SYSTEM -> true;
        };
    }

    private Set<ErrorId> ofItems() {
        Set<ErrorId> ids = EnumSet.of(ErrorId.E3011);
        when(ids, item -> item.requirement() instanceof Requirement.Always, ErrorId.E3001);
        when(ids, item -> isOf(item, ItemType.N, ItemType.AN, ItemType.X, ItemType.XL, ItemType.K), ErrorId.E3002);
        when(ids, item -> !isOf(item, ItemType.D, ItemType.T, ItemType.F, ItemType.C), ErrorId.E3003);
        when(ids, item -> isOf(item, ItemType.X, ItemType.XL), ErrorId.E3004, ErrorId.W3004);
        when(ids, item -> isOf(item, ItemType.D, ItemType.T), ErrorId.E3005);
        when(ids, item -> isOf(item, ItemType.F, ItemType.C), ErrorId.E3007);
        when(ids, item -> isOf(item, ItemType.I), ErrorId.E3009);
        when(
                ids,
                item -> item.requirement() instanceof Requirement.When
                        || item.requirement() instanceof Requirement.Unless,
                ErrorId.E3010);
        items.stream()
                .map(LayoutItem::check)
                .flatMap(check -> check == null ? Stream.empty() : Stream.of(check.failure()))
                .forEach(ids::add);
        boolean periods = !layout.periods().isEmpty()
                || layout.sheets().stream()
                        .anyMatch(sheet -> !sheet.layout().periods().isEmpty());
        if (periods) {
            ids.add(ErrorId.E3006);
        }
        ids.addAll(declared());
        return ids;
    }

    private void when(Set<ErrorId> ids, Predicate<LayoutItem> given, ErrorId... possible) {
        if (items.stream().anyMatch(given)) {
            ids.addAll(Arrays.asList(possible));
        }
    }

    private static boolean isOf(LayoutItem item, ItemType... types) {
        return Arrays.asList(types).contains(item.type());
    }

    /** W4001 is what a test run says instead of E4001. */
    private Set<ErrorId> ofRelations() {
        Set<ErrorId> ids = declared();
        if (ids.contains(ErrorId.E4001)) {
            ids.add(ErrorId.W4001);
        }
        return ids;
    }

    /** What the layout file declares of the checks of the room that owns the record. */
    private Set<ErrorId> declared() {
        Set<ErrorId> ids = EnumSet.noneOf(ErrorId.class);
        layout.relations().forEach(relation -> ids.add(layout.reportedAs(relation.check(), false)));
        return ids;
    }
}
