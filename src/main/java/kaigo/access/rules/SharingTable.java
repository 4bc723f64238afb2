package kaigo.access.rules;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kaigo.access.rules.Cell.Note;
import kaigo.access.rules.Cell.Sharing;
import kaigo.shared.ResourceTable;

/** 情報共有の表: who sees what, as data ({@code access/sharing-table.csv}). Every kind has a cell in every column. */
public final class SharingTable {

    private static final String FILE = "/access/sharing-table.csv";
    private static final int LABELS = 2;
    private static final int NOTES_FROM = 2;

    private final Map<Kind, Map<Column, Cell>> cells = new EnumMap<>(Kind.class);

    private SharingTable(List<List<String>> table) {
        List<Column> columns =
                table.getFirst().stream().skip(LABELS).map(Column::valueOf).toList();
        for (List<String> words : table.subList(1, table.size())) {
            Map<Column, Cell> row = new EnumMap<>(Column.class);
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cell(words.get(LABELS + i)));
            }
            cells.put(Kind.valueOf(words.getFirst()), row);
        }
        if (cells.size() != Kind.values().length) {
            throw new IllegalStateException("a kind has no row in " + FILE);
        }
    }

    public static SharingTable bundled() {
        return new SharingTable(lines());
    }

    private static Cell cell(String word) {
        Sharing sharing = switch (word.charAt(0)) {
            case '-' -> Sharing.NOT_SHARED;
            case 'O' -> Sharing.SHARED;
            case 'C' -> Sharing.WITH_CONSENT;
            default -> throw new IllegalStateException("a cell of " + FILE + ": " + word);
        };
        Set<Note> notes = EnumSet.noneOf(Note.class);
        if (word.length() > NOTES_FROM) {
            for (String number : word.substring(NOTES_FROM).split("\\|", -1)) {
                notes.add(Note.values()[Integer.parseInt(number) - 1]);
            }
        }
        return new Cell(sharing, notes);
    }

    /** The table as it is written, its head first. */
    public static List<List<String>> lines() {
        return ResourceTable.read(FILE);
    }

    public Cell cell(Kind kind, Column column) {
        return Objects.requireNonNull(Objects.requireNonNull(cells.get(kind)).get(column));
    }
}
