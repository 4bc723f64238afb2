package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kaigo.layout.LayoutItem;
import kaigo.layout.ShownRecord.Value;
import kaigo.screens.ScreenText;

/** 証の項目 on the screen: what belongs to one number, 給付制限1, stands together, and a service has its name. */
final class CardEntries {

    private CardEntries() {}

    static List<Entry> of(List<Value> values) {
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        while (from < values.size()) {
            String group = group(values.get(from).item());
            int to = from + 1;
            while (to < values.size() && group(values.get(to).item()).equals(group)) {
                to++;
            }
            List<Value> run = values.subList(from, to);
            entries.addAll(group.isEmpty() ? Entry.gathered(run) : List.of(together(run)));
            from = to;
        }
        return List.copyOf(entries);
    }

    /** Which repetition of which group it is of; empty outside one. */
    private static String group(LayoutItem item) {
        return item.place().group().isEmpty()
                ? ""
                : item.place().group() + item.place().index();
    }

    private static Entry together(List<Value> run) {
        String name = run.getFirst().item().name();
        String lines = run.stream().map(CardEntries::line).collect(Collectors.joining("\n"));
        return new Entry(name.substring(0, name.indexOf(' ')), lines, false);
    }

    /** The name of such an item is its group's with the number, a space, and its own. */
    private static String line(Value one) {
        String name = one.item().name();
        return ScreenText.text("card.line", name.substring(name.indexOf(' ') + 1), Entry.text(one));
    }
}
