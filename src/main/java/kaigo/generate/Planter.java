package kaigo.generate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import kaigo.layout.ErrorId;
import kaigo.layout.Form;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.layout.Sheet;
import kaigo.shared.JisX0213;
import org.jspecify.annotations.Nullable;

/**
 * Passes records on, and damages one in so many, kind after kind; a kind that does not fit where it is due waits for the
 * first record that it fits. Reports what it planted, and the hard people whose names lead to W3004 by themselves.
 */
final class Planter implements Iterator<Row> {
    private final Records records;
    private final int fileAtMost;
    private final List<? extends Plant> kinds;
    private final int every;
    private final Consumer<Planted> report;
    private final Set<Plant> waiting = new LinkedHashSet<>();
    private @Nullable Row previous;
    private int position = -1;
    private int due;
    private int turn;

    Planter(Records records, Form form, List<? extends Plant> kinds, double rate, Consumer<Planted> report) {
        this.records = records;
        this.fileAtMost = records.fileAtMost(form);
        this.kinds = kinds;
        this.every = Math.max(2, (int) Math.round(1 / rate));
        this.report = report;
        this.due = every - 1;
    }

    /** @param position of the record among all of the run, from 0 */
    record Planted(int position, ErrorId id, String item) {}

    @Override
    public boolean hasNext() {
        return records.rows().hasNext();
    }

    @Override
    public Row next() {
        Row row = records.rows().next();
        position++;
        Row before = position % fileAtMost == 0 ? null : previous;
        previous = null;
        List<String> outside = outside(row);
        outside.forEach(item -> report.accept(new Planted(position, ErrorId.W3004, item)));
        boolean isPlain = outside.isEmpty() && PlantSite.isPlain(row);
        if (isPlain && (before == null || !plant(site(row, before)))) {
            previous = row;
        }
        return row;
    }

    private PlantSite site(Row row, Row before) {
        return new PlantSite(records.population(), records.type(), row, before);
    }

    private boolean plant(PlantSite site) {
        Plant kind = choose(site);
        if (kind == null) {
            return false;
        }
        waiting.remove(kind);
        due += every;
        report.accept(new Planted(position, kind.id(), kind.damage(site)));
        return true;
    }

    private @Nullable Plant choose(PlantSite site) {
        for (Plant kind : waiting) {
            if (kind.fits(site)) {
                return kind;
            }
        }
        List<Plant> passedOver = new ArrayList<>();
        for (int i = 0; i < kinds.size() && position >= due; i++) {
            Plant kind = kinds.get(turn++ % kinds.size());
            if (kind.fits(site)) {
                waiting.addAll(passedOver);
                return kind;
            }
            passedOver.add(kind);
        }
        return null;
    }

    /** Paths of the items with a character outside JIS X 0213, in the order in which they are checked. */
    private static List<String> outside(Row row) {
        List<String> paths = new ArrayList<>();
        addOutside(row, paths);
        for (Sheet sheet : row.layout().sheets()) {
            row.sheet(sheet).forEach(one -> addOutside(one, paths));
        }
        return paths;
    }

    private static void addOutside(Row row, List<String> paths) {
        for (LayoutItem item : row.layout().ownItems()) {
            String value = row.text(item.position());
            boolean isText = item.type() == ItemType.X || item.type() == ItemType.XL;
            if (isText && value != null && JisX0213.firstOutside(value.replace('\n', ' ')) >= 0) {
                paths.add(item.path());
            }
        }
    }
}
