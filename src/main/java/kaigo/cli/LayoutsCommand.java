package kaigo.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.layout.Layout;
import kaigo.layout.LayoutDiff;
import kaigo.layout.LayoutGuide;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** ./kiban layouts: the item tables that this program carries, as its reader and its checks use them. */
@Command(name = "layouts", description = "インタフェースの項目表を表示します。/ Shows the item tables.", mixinStandardHelpOptions = true)
final class LayoutsCommand {

    private final PrintStream out = Terminal.readable(System.out, "stdout.encoding");

    @Command(name = "list", description = "項目表の一覧", mixinStandardHelpOptions = true)
    int list() {
        for (Layout layout : Layouts.all()) {
            out.println(layout.id() + "  " + layout.head().name() + "（" + layout.size() + " 項目）");
        }
        return 0;
    }

    @Command(name = "show", description = "一つの項目表", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ID-版", description = "例: M01-2.02") String id) {
        for (Layout layout : Layouts.all()) {
            if (layout.id().equals(id)) {
                show(layout);
                return 0;
            }
        }
        Terminal.readable(System.err, "stderr.encoding").println("項目表がありません: " + id);
        return 2;
    }

    @Command(
            name = "diff",
            description = "二つの仕様版の違い（例: diff 2.02 2.03、diff M01-2.02 手元の項目表.yaml）",
            mixinStandardHelpOptions = true)
    int diff(
            @Parameters(paramLabel = "古い版", description = "版、ID-版、または項目表のファイル") String older,
            @Parameters(paramLabel = "新しい版", description = "同じく") String newer)
            throws IOException {
        Map<String, Layout> from = layouts(older);
        Map<String, Layout> to = layouts(newer);
        from.keySet().retainAll(to.keySet());
        if (from.isEmpty()) {
            Terminal.readable(System.err, "stderr.encoding").println("比べられる項目表がありません: " + older + ", " + newer);
            return 2;
        }
        from.forEach((interfaceId, layout) -> diff(layout, Objects.requireNonNull(to.get(interfaceId))));
        return 0;
    }

    private void diff(Layout older, Layout newer) {
        out.println(older.id() + " → " + newer.id() + "  " + newer.head().name());
        List<LayoutDiff.Change> changes = LayoutDiff.between(older, newer);
        changes.forEach(change -> out.println("  " + change.item() + "\t" + change.text()));
        if (changes.isEmpty()) {
            out.println("  違いはありません。");
        }
    }

    /** By interface: those of a version, one by its id, or one from a file. */
    private static Map<String, Layout> layouts(String which) throws IOException {
        Stream<Layout> found = Files.isRegularFile(Path.of(which))
                ? Stream.of(Layouts.parse(Files.readString(Path.of(which))))
                : Layouts.all().stream().filter(layout -> which.equals(layout.id()) || which.equals(layout.version()));
        return found.collect(
                Collectors.toMap(Layout::interfaceId, Function.identity(), (one, other) -> other, TreeMap::new));
    }

    private void show(Layout layout) {
        out.println(layout.id() + "  " + layout.head().name());
        table(layout);
        for (Sheet sheet : layout.sheets()) {
            out.println();
            out.println(layout.interfaceId() + sheet.part() + "  " + sheet.name());
            table(sheet.layout());
        }
    }

    private void table(Layout layout) {
        out.println("番号\t項目名\t英字名\t型\t文字数\t必須\t備考");
        for (LayoutItem item : layout.items()) {
            out.println(String.join(
                    "\t",
                    String.valueOf(item.number()),
                    item.name(),
                    item.code(),
                    item.type().label(),
                    item.minLength() == item.maxLength()
                            ? String.valueOf(item.maxLength())
                            : item.minLength() + "〜" + item.maxLength(),
                    LayoutGuide.required(layout, item),
                    item.note()));
        }
    }
}
