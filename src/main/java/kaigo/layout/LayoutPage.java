package kaigo.layout;

import java.util.stream.Collectors;

/** The page of one layout in docs/interfaces: item tables, checks, samples. */
final class LayoutPage {

    private static final String PAGE = """
            # %1$s %2$s（仕様版 %3$s）

            このページは `layouts/%4$s.yaml` から作られます。直接は編集しません（`LayoutDocs`）。
            公式の項目表は公開されていません。並び・長さ・必須・コードは本実装の提案です。出典が「公開」の項目名は公開資料に見えるものです。

            - 向き：%5$s
            - キー（保険者内）：%6$s
            - CSV の1レコード：1 列目がレコード種別 `2`、2 列目が連番、3 列目から次の項目（全部で %7$d 列）。ほかのレコードと組の作り方は [ファイルの形](files.md)
            - NDJSON の1行：英字名をキーとするオブジェクト（[JSON Schema](%4$s.schema.json)）

            ## 項目

            %8$s

            必須の ● は常に、○ は条件により、－ は任意です。空欄は「値なし」です。前後の空白は除いて登録します。備考は説明で、チェックの対象ではありません。
            %9$s
            ## チェック

            %10$s

            ## 見本

            必須の項目だけの1件です（架空。番号はだれのものでもありません）。

            %11$s
            """;

    private LayoutPage() {}

    static String of(Layout layout) {
        LayoutGuide guide = new LayoutGuide(layout);
        return PAGE.formatted(
                layout.interfaceId(),
                layout.head().name(),
                layout.version(),
                layout.id(),
                guide.direction(),
                guide.key(),
                guide.columns(),
                guide.tables().stream().map(table -> table(layout, table)).collect(Collectors.joining()),
                leftOut(guide),
                checks(guide),
                samples(guide));
    }

    private static String samples(LayoutGuide guide) {
        String csv = guide.layout().sheets().isEmpty() ? "CSV" : "CSV の組（すべての項目のある1件。ファイル名の次の行からが、その内容です）";
        return "NDJSON：\n\n```\n%s```\n\n%s：\n\n```\n%s```"
                .formatted(guide.sample(Form.NDJSON), csv, guide.sample(Form.CSV));
    }

    private static String table(Layout layout, LayoutGuide.Table table) {
        Sheet sheet = table.sheet();
        String head = sheet == null
                ? ""
                : """


                ## %s（`%s`、CSV は %s%s）

                %s
                """.formatted(
                                sheet.name(),
                                sheet.code(),
                                layout.interfaceId(),
                                sheet.part(),
                                sheet.many() ? "1レコードに何行でも。NDJSON では配列です。\n" : "1レコードに1行まで。\n");
        return head + """
                | 列 | 番号 | 項目名 | 英字名 | 型 | 文字数 | 必須 | コード・検査 | 出典 | 備考 |
                |---|---|---|---|---|---|---|---|---|---|
                """ + table.lines().stream().map(LayoutPage::line).collect(Collectors.joining("\n"));
    }

    private static String line(LayoutGuide.Line line) {
        return "| %d | %d | %s | `%s` | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        line.column(),
                        line.number(),
                        line.name(),
                        line.code(),
                        line.type(),
                        line.length(),
                        line.required(),
                        line.values(),
                        line.isPublic() ? "公開" : "提案",
                        line.note());
    }

    private static String leftOut(LayoutGuide guide) {
        return guide.leftOut().isEmpty() ? "" : "\n内容ハッシュに入らない項目：%s\n".formatted(String.join("、", guide.leftOut()));
    }

    private static String checks(LayoutGuide guide) {
        StringBuilder checks = new StringBuilder("項目のチェックは E3001〜E3011 です（[エラーID一覧](errors.md)）。1レコードにつき5件まで返します。\n");
        guide.checks().forEach(check -> checks.append("\n- %s %s".formatted(check.id(), check.text())));
        return checks.toString().stripTrailing();
    }
}
