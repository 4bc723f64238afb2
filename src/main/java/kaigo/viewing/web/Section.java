package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.layout.Item;
import kaigo.layout.LayoutItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.ShownRecord.Value;
import kaigo.screens.ScreenText;

/**
 * 帳票の区分: a part of a form with its title and entries.
 *
 * @param id names it in the page
 */
public record Section(String id, List<Entry> entries) {

    public String title() {
        return ScreenText.text("section." + id);
    }

    /**
     * What a record has, divided as the form is.
     *
     * @param begins each section's name and its first item, in the order of the form
     */
    static List<Section> divide(ShownRecord record, List<Map.Entry<String, Item>> begins) {
        List<Section> sections = new ArrayList<>();
        parts(record, begins).forEach((id, items) -> {
            List<Value> own =
                    items.stream().map(record::value).flatMap(Optional::stream).toList();
            if (!own.isEmpty()) {
                sections.add(new Section(id, Entry.gathered(own)));
            }
        });
        return sections;
    }

    /** The items of each section, with and without a value; those before the first section belong to none. */
    static Map<String, List<LayoutItem>> parts(ShownRecord record, List<Map.Entry<String, Item>> begins) {
        Map<String, List<LayoutItem>> parts = new LinkedHashMap<>();
        for (int i = 0; i < begins.size(); i++) {
            int from = record.position(begins.get(i).getValue());
            int to = i + 1 < begins.size() ? record.position(begins.get(i + 1).getValue()) : Integer.MAX_VALUE;
            parts.put(
                    begins.get(i).getKey(),
                    record.items().stream()
                            .filter(item -> item.position() >= from && item.position() < to)
                            .toList());
        }
        return parts;
    }
}
