package kaigo.viewing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kaigo.viewing.ErrorCatalogue.Entry;

/**
 * エラーの資料: docs/api-errors.md, written from the catalogue. After an edit of it, run this class with the folder as its
 * argument; a test fails as long as they differ.
 */
public final class ErrorDocs {

    static final String PAGE = "api-errors.md";

    private static final String TEXT = """
            # 閲覧 API と送る API のエラー

            このページは `ErrorCatalogue` と `messages_ja.properties` から作られます。直接は編集しません（`ErrorDocs`）。
            コードと文は本実装の提案です。API の応答、画面の文、このページは、同じ一覧から作られます。

            ## 業務エラー（200、`result` が `NG`）

            | コード | 文 | 次にすること |
            |---|---|---|
            %s

            ## 閲覧できない理由（同じく 200）

            確かめる順です（[sharing.md](sharing.md)）。

            | コード | 文 | 次にすること |
            |---|---|---|
            %s

            ## 本人確認（同じく 200）

            | コード | 文 | 次にすること |
            |---|---|---|
            %s

            ## 届出（同じく 200、画面と共通）

            確かめる順です。

            | コード | 文 | 次にすること |
            |---|---|---|
            %s

            ## 意見書と請求書（同じく 200、画面と共通）

            | コード | 文 | 次にすること |
            |---|---|---|
            %s

            ## システムエラー（`application/problem+json`）

            市町村の API と共通です。

            | 状態 | コード | 文 | 次にすること |
            |---|---|---|---|
            %s

            ## 口頭の同意（画面だけ）

            包括同意の取得・撤回は、API ではできません。

            | コード | 文 | 次にすること |
            |---|---|---|
            %s
            """;

    private ErrorDocs() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]).resolve(PAGE), page());
    }

    static String page() {
        return TEXT.formatted(
                lines(ErrorCatalogue.viewing()),
                lines(ErrorCatalogue.reasons()),
                lines(ErrorCatalogue.checks()),
                lines(ErrorCatalogue.filings()),
                lines(ErrorCatalogue.letters()),
                ErrorCatalogue.system().stream()
                        .map(error -> "| " + error.status() + " " + line(error.entry()))
                        .collect(Collectors.joining("\n")),
                lines(ErrorCatalogue.hearings()));
    }

    private static String lines(List<Entry> entries) {
        return entries.stream().map(ErrorDocs::line).collect(Collectors.joining("\n"));
    }

    private static String line(Entry entry) {
        return "| `%s` | %s | %s |".formatted(entry.code(), entry.message(), entry.nextStep());
    }
}
