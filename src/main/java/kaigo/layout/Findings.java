package kaigo.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 指摘一覧: at most five findings of one record (P01 carries five). An error is never lost to warnings that came first:
 * it takes the place of the last of them.
 */
public final class Findings {
    private static final int AT_MOST = 5;

    private final @Nullable Findings record;
    private final Finding.@Nullable Place place;
    private List<Finding> list = List.of();
    private boolean errors;

    public Findings() {
        this(null, null);
    }

    private Findings(@Nullable Findings record, Finding.@Nullable Place place) {
        this.record = record;
        this.place = place;
    }

    /** What is added to these stands there, and belongs to the record all the same. */
    Findings at(Finding.Place there) {
        return new Findings(this, there);
    }

    public void add(Finding finding) {
        if (record != null && place != null) {
            record.add(finding.at(place));
            return;
        }
        if (list.isEmpty()) {
            list = new ArrayList<>(AT_MOST);
        }
        if (list.size() < AT_MOST) {
            list.add(finding);
        } else if (finding.id().isError()) {
            replaceLastWarning(finding);
        }
        errors |= finding.id().isError();
    }

    public void add(ErrorId id, String... parameters) {
        add(Finding.of(id, parameters));
    }

    public void add(ErrorId id, LayoutItem item, String... parameters) {
        add(Finding.of(id, item, parameters));
    }

    public boolean hasErrors() {
        return record == null ? errors : record.hasErrors();
    }

    public boolean isEmpty() {
        return record == null ? list.isEmpty() : record.isEmpty();
    }

    public List<Finding> list() {
        return record == null ? List.copyOf(list) : record.list();
    }

    private void replaceLastWarning(Finding error) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!list.get(i).id().isError()) {
                list.set(i, error);
                return;
            }
        }
    }
}
