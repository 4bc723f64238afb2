package kaigo.layout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** The page of one layout for people: item table, code lists, checks. */
final class LayoutPage {
    private static final int CSV_COLUMNS_BEFORE = 3;

    private LayoutPage() {}

    static String of(Layout layout) {
        return """
                # %1$s %2$s（仕様版 %3$s）

                このページは `layouts/%4$s.yaml` から作られます。直接は編集しません（`LayoutDocs`）。
                公式の項目表は公開されていません。並び・長さ・必須・コードは本実装の提案です。出典が「公開」の項目名は公開資料に見えるものです。

                - 向き：%5$s
                - キー（保険者内）：%6$s
                - CSV の1レコード：レコード種別 `2`、連番、続いて次の項目（%7$d 列）
                - NDJSON の1行：英字名をキーとするオブジェクト（[JSON Schema](%4$s.schema.json)）

                ## 項目

                %8$s

                必須の ● は常に、○ は条件により、－ は任意です。空欄は「値なし」です。前後の空白は除いて登録します。
                %9$s
                ## チェック

                %10$s

                ## 見本

                必須の項目だけの1件です（架空。番号はだれのものでもありません）。

                %11$s
                """.formatted(
                        layout.interfaceId(),
                        layout.head().name(),
                        layout.version(),
                        layout.id(),
                        direction(layout),
                        layout.key().stream().map(LayoutItem::name).collect(Collectors.joining(" + ")),
                        layout.size() + CSV_COLUMNS_BEFORE - 1,
                        table(layout) + sheets(layout),
                        codeLists(layout),
                        checks(layout),
                        samples(layout));
    }

    /** One record in each form, with its control record. */
    private static String samples(Layout layout) {
        Row row = SampleRecord.least(layout, 2);
        Control control = new Control(
                layout.interfaceId(),
                layout.version(),
                "442012",
                ProcessingType.DAILY,
                LocalDate.of(2026, 11, 20),
                LocalDateTime.of(2026, 11, 20, 5, 30),
                1,
                "example");
        StringBuilder samples = new StringBuilder("NDJSON：\n\n```\n").append(written(Form.NDJSON, control, row));
        if (layout.sheets().isEmpty()) {
            samples.append("```\n\nCSV：\n\n```\n").append(written(Form.CSV, control, row));
        }
        return samples.append("```").toString();
    }

    private static String written(Form form, Control control, Row row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = RecordWriter.open(out, form, control, row.layout())) {
            writer.write(row);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String direction(Layout layout) {
        return switch (layout.head().direction()) {
            case "municipality-to-platform" -> "市町村 → 介護情報基盤";
            case "federation-to-platform" -> "国保連合会 → 介護情報基盤";
            case "life-to-platform" -> "LIFE → 介護情報基盤（公式のインターフェースにない、独自のレイアウトの提案）";
            case "careplan-to-platform" -> "ケアプランの登録 → 介護情報基盤（公式のインターフェースにない、独自のレイアウトの提案）";
            default -> "介護情報基盤 → 市町村";
        };
    }

    private static String table(Layout layout) {
        return """
                | 列 | 番号 | 項目名 | 英字名 | 型 | 文字数 | 必須 | コード・検査 | 出典 | 備考 |
                |---|---|---|---|---|---|---|---|---|---|
                """ + layout.items().stream().map(item -> line(layout, item)).collect(Collectors.joining("\n"));
    }

    private static String sheets(Layout layout) {
        return layout.sheets().stream()
                .map(sheet -> """


                        ## %s（`%s`、CSV は %s%s）

                        %s
                        %s""".formatted(
                                sheet.name(),
                                sheet.code(),
                                layout.interfaceId(),
                                sheet.part(),
                                sheet.many() ? "1レコードに何行でも。NDJSON では配列です。\n" : "1レコードに1行まで。\n",
                                table(sheet.layout())))
                .collect(Collectors.joining());
    }

    private static String line(Layout layout, LayoutItem item) {
        return "| %d | %d | %s | `%s` | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        item.position() + CSV_COLUMNS_BEFORE,
                        item.number(),
                        item.name(),
                        name(item),
                        item.type().label(),
                        item.length(),
                        required(layout, item),
                        values(item),
                        item.source().equals("read") ? "公開" : "提案",
                        item.note());
    }

    /** {@code birthDate}, or {@code careManagers[1].name}: as it is written in NDJSON. */
    private static String name(LayoutItem item) {
        LayoutItem.Place place = item.place();
        return place.isRepeated() ? "%s[%d].%s".formatted(place.group(), place.index(), place.member()) : item.code();
    }

    static String required(Layout layout, LayoutItem item) {
        return switch (item.requirement()) {
            case Requirement.Always() -> "●";
            case Requirement.Optional() -> "－";
            case Requirement.When(int position, List<String> values) ->
                "○ %s%s"
                        .formatted(
                                layout.item(position).name(),
                                values.isEmpty() ? " があるとき" : " が " + String.join("・", values) + " のとき");
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
        return check == null ? "" : check.label();
    }

    private static String codeLists(Layout layout) {
        return layout.items().stream().allMatch(LayoutItem::inContent)
                ? ""
                : "\n内容ハッシュに入らない項目：%s\n"
                        .formatted(layout.items().stream()
                                .filter(item -> !item.inContent())
                                .map(LayoutItem::name)
                                .collect(Collectors.joining("、")));
    }

    private static String checks(Layout layout) {
        StringBuilder checks = new StringBuilder("項目のチェックは E3001〜E3011 です（[エラーID一覧](errors.md)）。1レコードにつき5件まで返します。\n");
        for (Layout.Period period : layout.periods()) {
            checks.append("\n- E3006 期間：%s ≦ %s"
                    .formatted(
                            layout.item(period.start()).name(),
                            layout.item(period.end()).name()));
        }
        for (Layout.Relation relation : layout.relations()) {
            checks.append("\n- %s %s".formatted(relation.check(), relation.note()));
        }
        return checks.toString().stripTrailing();
    }
}
