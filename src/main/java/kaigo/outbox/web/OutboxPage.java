package kaigo.outbox.web;

import java.util.List;
import kaigo.layout.Layouts;
import kaigo.outbox.OpenItems;
import kaigo.outbox.OutboxItem;
import kaigo.outbox.rules.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * 送付箱.
 *
 * @param only in this state, or null for all
 * @param results also 登録結果 in which nothing is to be done
 * @param open what waits for the municipality
 * @param older number before which the next page begins, or null at the end
 */
public record OutboxPage(
        List<OutboxItem> items,
        @Nullable ItemState only,
        boolean results,
        OpenItems open,
        @Nullable Long older,
        @Nullable String message) {

    static final String PATH = "/outbox";

    /** Of whose items a municipality may want a list. */
    public List<ItemState> states() {
        return List.of(ItemState.values());
    }

    /** Those of which something may wait. */
    public List<String> interfaces() {
        return List.of("P02", "P03", "P04", "P05");
    }

    public static String address(@Nullable ItemState only, boolean results) {
        String with = results ? "results=true" : "";
        String of = only == null ? "" : "only=" + only;
        return with.isEmpty() && of.isEmpty()
                ? PATH
                : PATH + "?" + of + (of.isEmpty() || with.isEmpty() ? "" : "&") + with;
    }

    public @Nullable String next() {
        String here = address(only, results);
        return older == null ? null : here + (here.contains("?") ? "&" : "?") + "before=" + older;
    }

    /** How many wait in this state, or null where nobody has to do anything. */
    public @Nullable Integer waiting(ItemState state) {
        return switch (state) {
            case WAITING -> open.waiting();
            case FETCHED -> open.fetched();
            case RECEIVED -> open.received();
            case ACCEPTED, RETURNED -> null;
        };
    }

    public static String address(OutboxItem item) {
        return PATH + "/" + item.number();
    }

    /** P05 包括同意情報(事業所取得). */
    public static String interfaceName(String id) {
        return id + Layouts.newest(id).map(layout -> " " + layout.head().name()).orElse("");
    }

    /** Class of the style sheet. */
    public static String mark(ItemState state) {
        return switch (state) {
            case WAITING, FETCHED -> "state state-wait";
            case RECEIVED -> "state state-run";
            case ACCEPTED -> "state state-done";
            case RETURNED -> "state state-warn";
        };
    }
}
