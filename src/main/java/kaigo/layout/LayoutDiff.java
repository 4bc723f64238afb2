package kaigo.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 仕様版の違い: what changed between two layouts of an interface, item by item, in the order of the newer one. */
public final class LayoutDiff {

    /** @param item 項目名 and code; @param text what changed about it */
    public record Change(String item, String text) {}

    private LayoutDiff() {}

    /** @throws IllegalArgumentException if they are of different interfaces */
    public static List<Change> between(Layout older, Layout newer) {
        if (!older.interfaceId().equals(newer.interfaceId())) {
            throw new IllegalArgumentException(older.id() + " and " + newer.id() + " are different interfaces");
        }
        List<Change> changes = new ArrayList<>();
        changed("鍵", names(older.key()), names(newer.key())).forEach(text -> changes.add(new Change("", text)));
        Map<String, LayoutItem> before = items(older);
        Map<String, LayoutItem> after = items(newer);
        after.forEach((path, item) -> {
            LayoutItem was = before.get(path);
            if (was == null) {
                changes.add(change(item, "追加（" + item.type().label() + " " + item.length() + " 文字）"));
            } else {
                changes(was, item, older, newer).forEach(text -> changes.add(change(item, text)));
            }
        });
        before.forEach((path, item) -> {
            if (!after.containsKey(path)) {
                changes.add(change(item, "削除"));
            }
        });
        return changes;
    }

    private static Change change(LayoutItem item, String text) {
        return new Change(item.name() + "（" + item.path() + "）", text);
    }

    private static List<String> changes(LayoutItem was, LayoutItem is, Layout older, Layout newer) {
        List<String> changes = new ArrayList<>();
        changes.addAll(changed("項目名", was.name(), is.name()));
        changes.addAll(changed("項目番号", String.valueOf(was.number()), String.valueOf(is.number())));
        changes.addAll(changed("列", String.valueOf(was.position() + 1), String.valueOf(is.position() + 1)));
        changes.addAll(changed("型", was.type().label(), is.type().label()));
        changes.addAll(changed("文字数", was.length(), is.length()));
        changes.addAll(changed("必須", LayoutPage.required(older, was), LayoutPage.required(newer, is)));
        changes.addAll(changed("コード・検査", LayoutPage.values(was), LayoutPage.values(is)));
        return changes;
    }

    private static List<String> changed(String what, @Nullable String was, @Nullable String is) {
        return Objects.equals(was, is) ? List.of() : List.of(what + "：" + shown(was) + " → " + shown(is));
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "なし" : value;
    }

    private static String names(List<LayoutItem> items) {
        return String.join(" + ", items.stream().map(LayoutItem::name).toList());
    }

    private static Map<String, LayoutItem> items(Layout layout) {
        Map<String, LayoutItem> items = new LinkedHashMap<>();
        layout.items().forEach(item -> items.put(item.path(), item));
        layout.sheets().forEach(sheet -> sheet.layout().ownItems().forEach(item -> items.put(item.path(), item)));
        return items;
    }
}
