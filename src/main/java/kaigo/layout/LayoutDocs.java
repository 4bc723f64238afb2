package kaigo.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * インタフェース資料: docs/interfaces, written from the layout files and the error catalogue. After an edit of either,
 * run this class with the folder as its argument; a test fails as long as they differ.
 */
public final class LayoutDocs {
    private LayoutDocs() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (var page : pages().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** Every page by its file name. */
    static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (Layout layout : Layouts.all()) {
            pages.put(layout.id() + ".md", LayoutPage.of(layout));
            pages.put(layout.id() + ".schema.json", LayoutSchema.of(layout));
        }
        pages.put("errors.md", errors());
        pages.put("files.md", files());
        return pages;
    }

    private static String files() {
        return """
                # ファイルの形

                このページは `FileGuide` から作られます。直接は編集しません（`LayoutDocs`）。
                どのインタフェースのファイルにも共通です。公式の形は公開されていません。本実装の提案です。

                ## コントロールレコード

                | 列 | 項目名 | 英字名 | 値 |
                |---|---|---|---|
                %s

                %s
                """.formatted(
                FileGuide.control().stream()
                        .map(line -> "| %d | %s | `%s` | %s |"
                                .formatted(line.column(), line.name(), line.code(), line.rule()))
                        .collect(Collectors.joining("\n")),
                FileGuide.sections().stream()
                        .map(section -> "## " + section.title() + "\n\n- " + String.join("\n- ", section.sentences()))
                        .collect(Collectors.joining("\n\n")));
    }

    private static String errors() {
        return """
                # エラーID一覧

                このページは `ErrorId` と `messages_ja.properties` から作られます。直接は編集しません（`LayoutDocs`）。
                ID は提案です。公開されているのは E5001 の文言だけです。E はレコードまたはファイルを登録しないエラー、W は登録したうえでお知らせする警告です。

                | ID | 内容 | 対応 |
                |---|---|---|
                %s
                """.formatted(Stream.of(ErrorId.values())
                .map(id -> {
                    FindingText text = FindingText.pattern(id);
                    return "| %s | %s | %s |".formatted(id, text.text(), text.remedy());
                })
                .collect(Collectors.joining("\n")));
    }
}
