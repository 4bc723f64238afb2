package kaigo.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kaigo.layout.Control;
import kaigo.layout.FindingText;
import kaigo.layout.Layout;
import kaigo.layout.UnusableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** チェック結果のまとめ, for a person to read or for a program. */
final class CheckSummary {

    private static final String NOT_KNOWN_HERE =
            "ほかのファイルや登録済みの内容との照合（E2xxx、E4001〜E4004、W4001〜W4005）、PDF（E4009、E4010）、受付期間（E1010）、"
                    + "ファイルの順番（E1011）、PMHキーの発行（E5xxx）は、送信後にわかります。";

    private CheckSummary() {}

    static void print(List<FileReport> reports, PrintStream out) {
        for (FileReport report : reports) {
            UnusableFile unusable = report.unusable();
            out.println("■ " + report.name());
            if (unusable == null) {
                printRecords(report, out);
            } else {
                printUnusable(unusable, out);
            }
        }
        printTotal(reports, out);
        out.println(NOT_KNOWN_HERE);
    }

    private static void printTotal(List<FileReport> reports, PrintStream out) {
        long refused =
                reports.stream().filter(report -> report.unusable() != null).count();
        int failed = reports.stream().mapToInt(FileReport::failed).sum();
        out.printf("全体：%,d ファイル、受け付けられないもの %,d、エラーのレコード %,d 件%n", reports.size(), refused, failed);
    }

    private static void printUnusable(UnusableFile unusable, PrintStream out) {
        FindingText text = FindingText.of(unusable);
        out.println("  このファイルは受け付けられません。");
        out.println("  " + unusable.id() + " " + text.text());
        out.println("        → " + text.remedy());
    }

    private static void printRecords(FileReport report, PrintStream out) {
        Control control = Objects.requireNonNull(report.control());
        Layout layout = Objects.requireNonNull(report.layout());
        out.println("  " + layout.id() + " " + layout.head().name() + "、保険者番号 " + control.insurerNumber() + "、"
                + control.processingType().label());
        out.printf(
                "  %,d 件：正常 %,d 件、警告 %,d 件、エラー %,d 件%n",
                control.dataCount(), report.normal(), report.warned(), report.failed());
        if (report.isSet() && !report.groups().isEmpty()) {
            out.println("  連番と行は、ファイルを示したもののほかは " + file(layout, layout.parts().getFirst()) + "のものです。");
        }
        for (FileReport.Group group : report.groups()) {
            out.printf(
                    "  %s %s（%s、%,d 件：%s%s）%n",
                    group.id(),
                    group.itemName(),
                    group.id().isError() ? "エラー" : "警告",
                    group.count(),
                    places(group, layout),
                    group.count() > group.places().size() ? " ほか。すべては --out の登録結果（P01）に" : "");
            out.println("        " + group.text().text());
            out.println("        → " + group.text().remedy());
        }
    }

    private static String places(FileReport.Group group, Layout layout) {
        return group.places().stream()
                .map(place -> file(layout, place.part()) + "連番 " + place.number() + "（" + place.line() + " 行目）")
                .collect(Collectors.joining("、"));
    }

    /** M08B of a set; nothing for the only file. */
    private static String file(Layout layout, String part) {
        return part.isEmpty() ? "" : layout.interfaceId() + part + " ";
    }

    /** {@code {"files":[{"name","usable","records","normal","warnings","errors","findings":[…]}]}} */
    static String json(List<FileReport> reports) {
        return new JsonMapper()
                .writeValueAsString(
                        Map.of("files", reports.stream().map(CheckSummary::file).toList()));
    }

    private static Map<String, @Nullable Object> file(FileReport report) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        UnusableFile unusable = report.unusable();
        file.put("name", report.name());
        file.put("usable", unusable == null);
        if (unusable != null) {
            FindingText text = FindingText.of(unusable);
            file.put("errorId", unusable.id().name());
            file.put("line", unusable.line());
            file.put("text", text.text());
            file.put("remedy", text.remedy());
            return file;
        }
        file.put("layout", Objects.requireNonNull(report.layout()).id());
        file.put("records", Objects.requireNonNull(report.control()).dataCount());
        file.put("normal", report.normal());
        file.put("warnings", report.warned());
        file.put("errors", report.failed());
        file.put("findings", report.groups().stream().map(CheckSummary::finding).toList());
        return file;
    }

    private static Map<String, Object> finding(FileReport.Group group) {
        List<Map<String, Object>> places = new ArrayList<>();
        group.places()
                .forEach(place ->
                        places.add(Map.of("part", place.part(), "sequence", place.number(), "line", place.line())));
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("id", group.id().name());
        finding.put("item", group.itemName());
        finding.put("count", group.count());
        finding.put("text", group.text().text());
        finding.put("remedy", group.text().remedy());
        finding.put("first", places);
        return finding;
    }
}
