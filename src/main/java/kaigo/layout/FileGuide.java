package kaigo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * ファイルの形: what the files of every interface have in common, in the words of a reader: what docs/interfaces and the pages
 * of the running system show. Proposed, ours.
 */
public final class FileGuide {

    private static final List<String> CONTROL_RULES = List.of(
            "例：M01。組のファイルでは、その文字を付けます（M08A、M08B …）",
            "例：2.02",
            "6桁",
            "I 初期セットアップ、D 日次、R 再送、T 試験（何も登録されません）",
            "年月日 yyyyMMdd",
            "日時 yyyyMMddHHmmss。ファイル名のものと同じ",
            "このファイルのデータレコードの数",
            "送るシステムの名。40 文字まで");

    private FileGuide() {}

    /**
     * A line of the table of the control record.
     *
     * @param column of the CSV file, from 1
     * @param code as it is written in NDJSON
     */
    public record Line(int column, String name, String code, String rule) {}

    /** A heading and what there is to know, sentence by sentence. */
    public record Section(String id, String title, List<String> sentences) {}

    /** コントロールレコード behind レコード種別 and 連番. */
    public static List<Line> control() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < CONTROL_RULES.size(); i++) {
            lines.add(new Line(
                    i + LayoutGuide.FIRST_COLUMN,
                    ControlItems.NAMES.get(i),
                    ControlItems.CODES.get(i),
                    CONTROL_RULES.get(i)));
        }
        return lines;
    }

    public static List<Section> sections() {
        return List.of(
                new Section(
                        "name",
                        "ファイル名",
                        List.of(
                                "IF ID_保険者番号_処理区分_作成日時_連番.拡張子（例：M01_442012_D_20261120053000_001.csv）。連番は 3 桁で、同じ作成日時のファイルを取り込む順です。",
                                "文字コードは UTF-8 です（BOM はなくてかまいません）。CSV の改行は CRLF で、項目の中の改行や引用符は引用符で囲みます。NDJSON は 1 行に 1 つのオブジェクトです。")),
                new Section(
                        "records",
                        "レコードの並び",
                        List.of(
                                "CSV の 1 行目はコントロールレコード（レコード種別 1、連番 1、続いて上の表の項目）です。",
                                "2 行目からデータレコード（レコード種別 2、連番は 2 から 1 ずつ）が続きます。",
                                "最後はエンドレコード（レコード種別 3、連番はデータレコードの次の番号）の 2 項目だけです。",
                                "NDJSON の 1 行目は {\"control\":{…}} で、上の表の英字名を使います。エンドレコードはありません。",
                                "保険者番号は、コントロールレコードと、すべてのデータレコードで同じです（違うものは E1002）。")),
                new Section(
                        "sets",
                        "組のファイル（帳票のあるインタフェースの CSV）",
                        List.of(
                                withSheets()
                                        + " の CSV は、表ごとに 1 つのファイルに分け、1 つの ZIP にまとめます。A がレコード、B から後が帳票や明細の行です。NDJSON では分けません。",
                                "ファイル名は IF ID のすぐ後に文字を付けます（M08A_442012_D_20261120053000_001.csv、M08B_442012_D_20261120053000_001.csv …）。ZIP の名前は自由です。",
                                "どのファイルにもコントロールレコードとエンドレコードがあり、IF ID（M08A、M08B …）とデータ件数（そのファイルの行数）のほかは同じにします。行のないファイルも、データ件数 0 で入れます。",
                                "B から後の行は、はじめに A と同じキーの項目、続いてその表の項目を並べます。行の順は、A のレコードの順です。A のキーが誤っていると、B から後の行が合わず、組の全体が E1014 になります。")),
                new Section(
                        "digits",
                        "検査数字",
                        List.of(
                                "保険者番号（6桁）と事業所番号（10桁）：最後の桁を除き、右の桁から 2、1、2、1 … を掛け、積の十の位と一の位を足します。その合計を 10 で割った余りを 10 から引いた数の、一の位です。英字は A＝10、B＝11 … とし、I・O・Q は飛ばして数えます。",
                                "全国地方公共団体コード（6桁）：左の 5 桁に 6、5、4、3、2 を掛けた合計を 11 で割り、余りを 11 から引いた数の、一の位です。",
                                "マイナンバー（12桁）：最後の桁を除き、右の桁から 2、3、4、5、6、7、2、3、4、5、6 を掛けた合計を 11 で割り、余りが 0 か 1 なら 0、ほかは余りを 11 から引いた数です。")));
    }

    private static String withSheets() {
        return Layouts.all().stream()
                .filter(layout -> !layout.sheets().isEmpty())
                .map(Layout::interfaceId)
                .distinct()
                .collect(Collectors.joining("・"));
    }
}
