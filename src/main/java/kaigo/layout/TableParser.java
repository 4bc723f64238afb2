package kaigo.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.layout.LayoutItem.Place;
import org.jspecify.annotations.Nullable;

/** Reads the items and periods of one table of a layout file: of the record itself, or of a sheet. */
final class TableParser {

    /** One item as written, laid out: a group has been repeated. */
    private record Line(Map<?, ?> words, int number, String name, String code, Place place) {}

    private final String sheet;
    private final Map<String, CodeList> codeLists;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Layout.Period> periods = new ArrayList<>();

    /** @param sheet code of the sheet, or empty */
    TableParser(String sheet, Map<String, CodeList> codeLists) {
        this.sheet = sheet;
        this.codeLists = codeLists;
    }

    /** Lays the entries out behind what was added before. */
    void add(List<Map<?, ?>> entries) {
        for (Map<?, ?> entry : entries) {
            if (entry.containsKey("group")) {
                addGroup(entry);
            } else {
                Words.onlyKnown(entry, "nr name code type length required codes check content source note");
                add(new Line(
                        entry,
                        Words.number(entry, "nr"),
                        Words.text(entry, "name"),
                        Words.text(entry, "code"),
                        Place.in(sheet)));
            }
        }
    }

    private void addGroup(Map<?, ?> group) {
        Words.onlyKnown(group, "group nr name times items periods");
        String code = Words.text(group, "group");
        for (int i = 0; i < Words.number(group, "times"); i++) {
            String stem = code + (i + 1);
            for (Map<?, ?> member : Words.maps(group, "items")) {
                Words.onlyKnown(member, "name code type length required codes check content source note");
                String name = Words.text(member, "code");
                add(new Line(
                        member,
                        Words.number(group, "nr"),
                        Words.text(group, "name") + (i + 1) + " " + Words.text(member, "name"),
                        stem + capital(name),
                        new Place(sheet, code, i, name)));
            }
            Words.maps(group, "periods").forEach(period -> addPeriod(period, stem));
        }
    }

    private void add(Line line) {
        if (positions.put(line.code(), positions.size()) != null) {
            throw new IllegalArgumentException("item twice: " + line.code());
        }
        lines.add(line);
    }

    void addPeriods(List<Map<?, ?>> written) {
        written.forEach(period -> addPeriod(period, ""));
    }

    private void addPeriod(Map<?, ?> period, String stem) {
        Words.onlyKnown(period, "start end");
        periods.add(new Layout.Period(
                position(Words.text(period, "start"), stem), position(Words.text(period, "end"), stem)));
    }

    List<String> codes() {
        return lines.stream().map(Line::code).toList();
    }

    List<Layout.Period> periods() {
        return periods;
    }

    List<LayoutItem> items() {
        return lines.stream().map(this::item).toList();
    }

    int position(String code) {
        return position(code, "");
    }

    /** Within a repetition its own members come first. */
    private int position(String code, String stem) {
        Integer own = stem.isEmpty() ? null : positions.get(stem + capital(code));
        Integer position = own == null ? positions.get(code) : own;
        if (position == null) {
            throw new IllegalArgumentException("no such item: " + code);
        }
        return position;
    }

    private LayoutItem item(Line line) {
        Map<?, ?> words = line.words();
        String[] length = String.valueOf(words.get("length")).split("-", 2);
        return new LayoutItem(
                position(line.code()),
                line.number(),
                line.name(),
                line.code(),
                line.place(),
                ItemType.valueOf(Words.text(words, "type")),
                Integer.parseInt(length[0]),
                Integer.parseInt(length[length.length - 1]),
                requirement(line),
                codeList(words),
                words.containsKey("check") ? ValueCheck.valueOf(Words.text(words, "check")) : null,
                !Boolean.FALSE.equals(words.get("content")),
                Words.text(words, "source"),
                words.containsKey("note") ? Words.text(words, "note") : "");
    }

    private @Nullable CodeList codeList(Map<?, ?> words) {
        if (!words.containsKey("codes")) {
            if ("C".equals(words.get("type"))) {
                throw new IllegalArgumentException("a code item without a code list: " + words);
            }
            return null;
        }
        CodeList codes = codeLists.get(Words.text(words, "codes"));
        if (codes == null) {
            throw new IllegalArgumentException("no such code list: " + words);
        }
        return codes;
    }

    private Requirement requirement(Line line) {
        Object required = line.words().get("required");
        if ("always".equals(required)) {
            return new Requirement.Always();
        }
        if ("optional".equals(required)) {
            return new Requirement.Optional();
        }
        if (required instanceof Map<?, ?> condition) {
            return condition(condition, line.place());
        }
        throw new IllegalArgumentException("required: always, optional or a condition, not " + required);
    }

    private Requirement condition(Map<?, ?> condition, Place place) {
        Words.onlyKnown(condition, "when unless equals in present");
        String stem = place.isRepeated() ? place.group() + (place.index() + 1) : "";
        Requirement.Unless unless = condition.containsKey("unless")
                ? new Requirement.Unless(
                        position(Words.text(condition, "unless"), stem), Words.text(condition, "equals"))
                : null;
        if (unless != null && !condition.containsKey("when")) {
            return unless;
        }
        int other = position(Words.text(condition, "when"), stem);
        if (condition.containsKey("in")) {
            return new Requirement.When(other, Words.texts(condition, "in"), unless);
        }
        boolean isEqual = unless == null && condition.containsKey("equals");
        return new Requirement.When(other, isEqual ? List.of(Words.text(condition, "equals")) : List.of(), unless);
    }

    private static String capital(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }
}
