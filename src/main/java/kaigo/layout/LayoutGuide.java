package kaigo.layout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 項目の説明: one layout in the words of a reader: what docs/interfaces and the pages of the running system show. Proposed,
 * ours, like the layouts themselves.
 */
public record LayoutGuide(Layout layout) {
    /** Column of the first item, from 1: behind レコード種別 and 連番. */
    static final int FIRST_COLUMN = 3;

    /** @param id {@code M01-2.02} */
    public static Optional<LayoutGuide> find(String id) {
        return all().stream().filter(guide -> guide.layout.id().equals(id)).findFirst();
    }

    public static List<LayoutGuide> all() {
        return Layouts.all().stream().map(LayoutGuide::new).toList();
    }

    /** 項目表: of the record itself, without a sheet, or of one of its sheets. */
    public record Table(@Nullable Sheet sheet, List<Line> lines) {}

    /**
     * 項目表の一行.
     *
     * @param column of the CSV file, from 1
     * @param code as it is written in NDJSON
     * @param isPublic whether the name is seen in public; else it is ours
     */
    public record Line(
            int column,
            int number,
            String name,
            String code,
            String type,
            String length,
            String required,
            String values,
            boolean isPublic,
            String note) {}

    /** チェック beyond those of single items. */
    public record Check(ErrorId id, String text) {}

    public String direction() {
        return switch (layout.head().direction()) {
            case Layout.FROM_MUNICIPALITY -> "市町村 → 介護情報基盤";
            case Layout.FROM_FEDERATION -> "国民健康保険団体連合会 → 介護情報基盤";
            case "life-to-platform" -> "LIFE → 介護情報基盤（公式のインタフェースにない、独自のレイアウトの提案）";
            case "careplan-to-platform" -> "ケアプランの登録 → 介護情報基盤（公式のインタフェースにない、独自のレイアウトの提案）";
            default -> "介護情報基盤 → 市町村";
        };
    }

    /** Whether the platform receives it. */
    public boolean isReceived() {
        return layout.head().direction().endsWith("to-platform");
    }

    public String key() {
        return layout.key().stream().map(LayoutItem::name).collect(Collectors.joining(" + "));
    }

    /** Columns of a data record in CSV. */
    public int columns() {
        return layout.size() + FIRST_COLUMN - 1;
    }

    /** The record's own first. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(null, lines(layout)));
        layout.sheets().forEach(sheet -> tables.add(new Table(sheet, lines(sheet.layout()))));
        return tables;
    }

    private static List<Line> lines(Layout table) {
        return table.items().stream().map(item -> line(table, item)).toList();
    }

    private static Line line(Layout table, LayoutItem item) {
        LayoutItem.Place place = item.place();
        return new Line(
                item.position() + FIRST_COLUMN,
                item.number(),
                item.name(),
                place.isRepeated() ? "%s[%d].%s".formatted(place.group(), place.index(), place.member()) : item.code(),
                item.type().label(),
                item.length(),
                required(table, item),
                values(item),
                item.source().equals("read"),
                item.note());
    }

    /** 必須の印: ● always, － never, ○ and when. */
    public static String required(Layout layout, LayoutItem item) {
        return switch (item.requirement()) {
            case Requirement.Always() -> "●";
            case Requirement.Optional() -> "－";
            case Requirement.When(int position, List<String> values, var except) ->
                "○ %s%s%s"
                        .formatted(
                                layout.item(position).name(),
                                values.isEmpty() ? " があるとき" : " が " + String.join("・", values) + " のとき",
                                except == null
                                        ? ""
                                        : "（%s が %s のときを除く）"
                                                .formatted(
                                                        layout.item(except.position())
                                                                .name(),
                                                        except.value()));
            case Requirement.Unless(int position, String value) ->
                "○ %s が %s でないとき".formatted(layout.item(position).name(), value);
        };
    }

    static String values(LayoutItem item) {
        CodeList codes = item.codes();
        if (codes != null) {
            return codes.labels().entrySet().stream()
                    .map(code -> code.getKey() + " " + code.getValue())
                    .collect(Collectors.joining("、"));
        }
        ValueCheck check = item.check();
        if (check != null) {
            return check.label();
        }
        return item.type() == ItemType.I ? ItemCheck.range(item) : "";
    }

    /** 内容ハッシュに入らない項目. */
    public List<String> leftOut() {
        return layout.items().stream()
                .filter(item -> !item.inContent())
                .map(LayoutItem::name)
                .toList();
    }

    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        layout.periods()
                .forEach(period -> checks.add(new Check(
                        ErrorId.E3006,
                        "期間：%s ≦ %s"
                                .formatted(
                                        layout.item(period.start()).name(),
                                        layout.item(period.end()).name()))));
        layout.relations()
                .forEach(
                        relation -> checks.add(new Check(layout.reportedAs(relation.check(), false), relation.note())));
        return checks;
    }

    /** Every id that a file or a record of this interface can get. */
    public List<ErrorId> errors() {
        return isReceived() ? PossibleErrors.of(layout) : List.of();
    }

    /** A made-up record in a file of its own, with the required items only; as a set of CSV files with all of them. */
    public String sample(Form form) {
        Control control = new Control(
                layout.interfaceId(),
                layout.version(),
                "442012",
                ProcessingType.DAILY,
                LocalDate.of(2026, 11, 20),
                LocalDateTime.of(2026, 11, 20, 5, 30),
                1,
                "example");
        if (form == Form.CSV && !layout.sheets().isEmpty()) {
            return sampleSet(control);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = RecordWriter.open(out, form, control, layout)) {
            writer.write(SampleRecord.least(layout, 2));
        }
        return text(out);
    }

    /** Each file behind its name. */
    private String sampleSet(Control control) {
        Row row = SampleRecord.full(layout, 2);
        Map<String, Integer> counts = new HashMap<>();
        layout.sheets()
                .forEach(sheet -> counts.put(sheet.part(), row.sheet(sheet).size()));
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        try (RecordWriter writer = RecordWriter.openSet(
                letter -> files.computeIfAbsent(letter, same -> new ByteArrayOutputStream()),
                control,
                layout,
                counts)) {
            writer.write(row);
        }
        FileName name = FileName.of(control, 1, Form.CSV);
        return files.entrySet().stream()
                .map(file -> name.part(file.getKey()) + "\n" + text(file.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** JSON Schema of one NDJSON data record. */
    public String schema() {
        return LayoutSchema.of(layout);
    }
}
