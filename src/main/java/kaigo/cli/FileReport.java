package kaigo.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.intake.Status;
import kaigo.layout.Control;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import kaigo.layout.FindingText;
import kaigo.layout.Layout;
import kaigo.layout.Row;
import kaigo.layout.UnusableFile;
import org.jspecify.annotations.Nullable;

/** チェック結果 of one file: counts, and what was found, grouped by error id and item. Its size does not grow with the file. */
final class FileReport {

    private static final int PLACES = 5;
    private static final Comparator<Topic> ERRORS_FIRST = Comparator.comparing((Topic topic) -> !topic.id.isError())
            .thenComparing(Topic::id)
            .thenComparing(Topic::column);

    private final String name;
    private final @Nullable UnusableFile unusable;
    private final @Nullable Control control;
    private final @Nullable Layout layout;
    private final Map<Topic, Group> groups = new TreeMap<>(ERRORS_FIRST);
    private int normal;
    private int warned;
    private int failed;

    private FileReport(
            String name, @Nullable UnusableFile unusable, @Nullable Control control, @Nullable Layout layout) {
        this.name = name;
        this.unusable = unusable;
        this.control = control;
        this.layout = layout;
    }

    static FileReport of(String name, Control control, Layout layout) {
        return new FileReport(name, null, control, layout);
    }

    static FileReport unusable(String name, UnusableFile why) {
        return new FileReport(name, why, null, null);
    }

    /** @param column of the item among all of the record's, or -1 if the record as a whole is meant */
    private record Topic(ErrorId id, int column) {}

    /** Findings of one id about one item; its text is that of the first of them. */
    static final class Group {
        private final ErrorId id;
        private final String itemName;
        private final FindingText text;
        private final List<Finding.Place> places = new ArrayList<>();
        private int count;

        private Group(Finding first, Layout layout) {
            this.id = first.id();
            this.itemName = FindingText.itemName(first, layout);
            this.text = FindingText.of(first, layout);
        }

        private void add(Row row, Finding finding) {
            count++;
            if (places.size() < PLACES) {
                Finding.Place place = finding.place();
                places.add(place == null ? new Finding.Place("", row.number(), row.line()) : place);
            }
        }

        ErrorId id() {
            return id;
        }

        String itemName() {
            return itemName;
        }

        FindingText text() {
            return text;
        }

        /** The first of them, in the order of the file; those without a part stand where the record begins. */
        List<Finding.Place> places() {
            return places;
        }

        int count() {
            return count;
        }
    }

    static Status statusOf(Row row) {
        if (row.findings().isEmpty()) {
            return Status.NORMAL;
        }
        return row.findings().hasErrors() ? Status.ERROR : Status.WARNING;
    }

    void count(Row row) {
        if (row.findings().isEmpty()) {
            normal++;
            return;
        }
        if (row.findings().hasErrors()) {
            failed++;
        } else {
            warned++;
        }
        for (Finding finding : row.findings().list()) {
            groups.computeIfAbsent(
                            new Topic(finding.id(), column(finding, row.layout())),
                            topic -> new Group(finding, row.layout()))
                    .add(row, finding);
        }
    }

    private static int column(Finding finding, Layout layout) {
        return finding.item() == null ? -1 : layout.column(finding.item());
    }

    String name() {
        return name;
    }

    /** Whether it is a set of CSV files, one for each sheet. */
    boolean isSet() {
        return layout != null && !layout.parts().isEmpty() && name.endsWith(".zip");
    }

    @Nullable
    UnusableFile unusable() {
        return unusable;
    }

    /** Null if the file is unusable, like {@link #layout()}. */
    @Nullable
    Control control() {
        return control;
    }

    @Nullable
    Layout layout() {
        return layout;
    }

    /** Errors first, then by id and item. */
    Collection<Group> groups() {
        return groups.values();
    }

    int normal() {
        return normal;
    }

    int warned() {
        return warned;
    }

    int failed() {
        return failed;
    }
}
