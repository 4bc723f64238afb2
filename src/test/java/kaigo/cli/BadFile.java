package kaigo.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * One file that cannot be taken, and what must be said about it.
 *
 * @param offline false where only the server can know
 */
record BadFile(String what, byte[] bytes, @Nullable String name, boolean offline, Said said) {

    static final InsurerNumber INSURER = TestServer.insurerDaily();
    static final long LIMIT = 20_000_000;

    private static final InsurerNumber OTHER = TestServer.insurerDaily();
    private static final String NUMBER = "123456789018";

    /** @param text a part of the text that tells this case from others */
    record Said(String id, long line, String text) {}

    @Override
    public String toString() {
        return what;
    }

    static Stream<BadFile> all() {
        return Stream.concat(contents(), encodingsNamesAndSizes());
    }

    private static Stream<BadFile> contents() {
        String text = good(INSURER, "D").text();
        return Stream.of(
                bad("empty", "", "E1005", 1, "ファイルが空です"),
                bad("blank lines only", "\r\n \r\n", "E1005", 1, "ファイルが空です"),
                bad(
                        "nothing after the control record",
                        text.substring(0, text.indexOf('\n') + 1),
                        "E1013",
                        2,
                        "何もありません"),
                bad("too few records", good(INSURER, "D").announcing(4).text(), "E1006", 0, "4 件、実際 3 件"),
                bad("too many records", good(INSURER, "D").announcing(2).text(), "E1006", 0, "2 件、実際 3 件"),
                bad("no control record", text.substring(text.indexOf('\n') + 1), "E1005", 1, "コントロールレコードではありません"),
                bad("control record with an item more", text.replace(",test\r\n", ",test,x\r\n"), "E1005", 1, "項目数"),
                bad("control record with a wrong date", text.replace(",20261120,", ",20261131,"), "E1005", 1, "処理対象日"),
                bad("連番 leaps", text.replace("\r\n2,3,", "\r\n2,4,"), "E1005", 3, "正しい連番： 3"),
                bad("unclosed quote", text.replaceFirst("架空　花子", "\"架空　花子"), "E1012", 3, "引用符"),
                bad("unknown record type", text.replace("\r\n2,3,", "\r\n9,3,"), "E1012", 3, "レコード種別"),
                bad("10,000 columns", text.replaceFirst(",,0,\r\n", ",".repeat(10_000) + "\r\n"), "E1012", 2, "項目の数"),
                bad("end record missing", text.substring(0, text.lastIndexOf("3,")), "E1013", 5, "エンドレコードがありません"),
                bad("text after the end record", text + "ありがとう\r\n", "E1013", 6, "エンドレコードの後"),
                bad("end record with another number", text.replace("\r\n3,5", "\r\n3,6"), "E1013", 5, "連番"),
                bad("another version", text.replace(",2.02,", ",9.99,"), "E1009", 1, "M01 9.99"),
                bad("unknown interface", text.replace(",M01,", ",M99,"), "E1009", 1, "M99 2.02"),
                bad("another insurer's file", good(OTHER, "D").text(), "E1002", 1, "保険者番号"));
    }

    private static Stream<BadFile> encodingsNamesAndSizes() {
        M01File good = good(INSURER, "D");
        String text = good.text();
        return Stream.of(
                bytes("not UTF-8", broken(good.bytes(), (byte) 0xFF), "E1004", 3, "UTF-8 にないバイト"),
                bytes("NUL in the middle", broken(good.bytes(), (byte) 0), "E1004", 3, "NUL"),
                bytes("Shift_JIS", text.getBytes(Charset.forName("windows-31j")), "E1004", 2, "Shift_JIS のようです"),
                bytes("UTF-16 with a mark", text.getBytes(StandardCharsets.UTF_16), "E1004", 1, "UTF-16 のようです"),
                bytes("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE), "E1004", 1, "NUL"),
                bytes("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE), "E1004", 1, "NUL"),
                bad("NDJSON without control", "{\"a\":1}\n", "E1005", 1, "コントロールレコードではありません"),
                named("name without form", good.bytes(), "被保険者.csv", "形が異なります"),
                named("name of another run", good.bytes(), good.name(1).replace("_D_", "_R_"), "コントロールレコード"),
                new BadFile(
                        "initial set-up after the start",
                        good(INSURER, "I").bytes(),
                        null,
                        false,
                        new Said("E1010", 1, "期間ではありません")),
                new BadFile(
                        "too many records for a file",
                        records(100_001, "一丁目"),
                        null,
                        true,
                        new Said("E1003", 0, "上限 100000")),
                new BadFile(
                        "too many bytes",
                        records(40_000, "長".repeat(200)),
                        null,
                        false,
                        new Said("E1003", 0, "上限 " + LIMIT)));
    }

    private static BadFile bad(String what, String text, String id, long line, String says) {
        return bytes(what, text.getBytes(StandardCharsets.UTF_8), id, line, says);
    }

    private static BadFile bytes(String what, byte[] bytes, String id, long line, String says) {
        return new BadFile(what, bytes, null, true, new Said(id, line, says));
    }

    private static BadFile named(String what, byte[] bytes, String name, String says) {
        return new BadFile(what, bytes, name, true, new Said("E1001", 0, says));
    }

    static M01File good(InsurerNumber insurer, String process) {
        return new M01File(insurer, process)
                .add("1", "9000000001", NUMBER, "架空　太郎")
                .add("1", "9000000002", NUMBER, "架空　花子")
                .add("1", "9000000003", NUMBER, "架空　次郎");
    }

    private static byte[] records(int count, String address) {
        M01File file = new M01File(INSURER, "D");
        for (int i = 0; i < count; i++) {
            file.add("1", "%010d".formatted(i), "", "甲").with(14, address);
        }
        return file.bytes();
    }

    /** One byte in the middle of the third line replaced. */
    private static byte[] broken(byte[] bytes, byte by) {
        int lines = 0;
        int at = 0;
        while (lines < 2) {
            lines += bytes[at++] == '\n' ? 1 : 0;
        }
        bytes[at + 20] = by;
        return bytes;
    }
}
