package kaigo.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kaigo.intake.M01File;
import kaigo.layout.Form;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;

/** Files with numbers, names and addresses that nothing else in the world holds; remembers all that it gave. */
final class CanaryFiles {

    static final String NAME = "鸚哥山";
    static final String KANA = "インコヤマ";
    static final String ADDRESS = "大分県金糸雀市";
    /** The database of the test refuses persons with this name. */
    static final String REFUSED = NAME + "拒否";

    private final InsurerNumber insurer;
    private final List<String> numbers = new ArrayList<>();
    private int files;
    private int persons;

    CanaryFiles(InsurerNumber insurer) {
        this.insurer = insurer;
    }

    List<String> numbers() {
        return numbers;
    }

    /** A valid number that will be searched for. */
    String number(int outcome) {
        String eleven = "99%d7351%04d".formatted(outcome, 1000 + 7 * numbers.size());
        numbers.add(eleven + MyNumber.checkDigit(eleven));
        return numbers.getLast();
    }

    M01File file() {
        return new M01File(insurer, "D").createdAt("202611200600%02d".formatted(files++));
    }

    /** Two persons that are linked, one of them unknown to the 中間サーバ. */
    M01File good() {
        return person(person(file(), 0), 1);
    }

    M01File person(M01File file, int outcome) {
        persons++;
        return file.add("1", "%010d".formatted(9_000_000_000L + persons), number(outcome), NAME + "　太郎")
                .with(7, KANA + "　タロウ")
                .with(14, ADDRESS + "一丁目")
                .with(15, ADDRESS + "荘");
    }

    /** Every kind of error, and the number in every column. */
    M01File bad() {
        M01File file = good();
        person(file, 2);
        String wrong = number(0);
        String wrongDigit = wrong.substring(0, 11) + (wrong.charAt(11) == '0' ? '1' : '0');
        numbers.add(wrongDigit);
        person(file, 0).with(5, wrongDigit);
        person(file, 0).with(5, "");
        person(file, 0).with(6, "");
        person(file, 0).with(6, NAME + "\uE000");
        person(file, 0).with(6, NAME.repeat(40));
        person(file, 0).with(2, "122044");
        person(file, 0).with(9, "20260230");
        person(file, 0).with(9, "20990101");
        person(file, 0).with(6, REFUSED);
        person(file, 0).withExtraItem(number(0));
        for (int column = 1; column <= 25; column++) {
            person(file, 0).with(column, number(0));
        }
        M01File twice = person(file, 0);
        twice.with(3, "9000000001");
        return shifted(twice);
    }

    /** One item too few in front, one too many at the end: the number stands where the name belongs. */
    private M01File shifted(M01File file) {
        file.add("1", "9000000900", "", number(0));
        return file.with(7, NAME).with(8, "").with(9, KANA).with(14, "1");
    }

    /** The bad records again as NDJSON, and lines that only NDJSON knows. */
    byte[] ndjson() {
        M01File file = bad().announcing(0);
        String text = new String(asNdjson(file.announcing(-1).bytes()), StandardCharsets.UTF_8);
        String number = number(0);
        StringBuilder escaped = new StringBuilder();
        number.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        List<String> more = List.of(
                "{\"updateType\":\"1\",\"myNumber\":\"" + number(0) + "\",\"name\":\"" + NAME,
                "{\"" + number(0) + "\":\"" + NAME + "\",\"" + NAME + "\":\"" + number(0) + "\"}",
                "{\"myNumber\":" + number(0) + ",\"name\":{\"deep\":[\"" + number(0) + "\"]}}",
                "{\"myNumber\":\"" + escaped + "\",\"name\":\"" + escaped + "\"}",
                number(0),
                "\"" + number(0) + "\"");
        int records = (int) text.lines().count() - 1;
        return (text.replaceFirst(
                                "\"dataCount\":\"?" + records + "\"?",
                                "\"dataCount\":\"" + (records + more.size()) + "\"")
                        + String.join("\n", more) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] asNdjson(byte[] csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordFile file = RecordFile.open(new ByteArrayInputStream(csv), ReadOptions.standard());
                RecordWriter writer = RecordWriter.open(out, Form.NDJSON, file.control(), file.layout())) {
            for (Row row = file.next(); row != null; row = file.next()) {
                writer.write(row);
            }
        }
        return out.toByteArray();
    }

    /** Refused at reception, each in another way. */
    List<byte[]> refused() {
        String control = good().text().replaceFirst("1,1,M01,2.02,[0-9]{6}", "1,1,M01,2.02," + number(0));
        String broken = good().text().replaceFirst(",大分県[^,]*", ",\"" + NAME + number(0) + "\"x" + number(0));
        String end = good().text().replaceFirst("(?m)^3,[0-9]+", "3," + number(0));
        String type = good().text().replaceFirst("(?m)^2,3", number(0) + ",3");
        String sjis = good().text() + "3," + number(0);
        return List.of(
                utf8(control),
                utf8(broken),
                utf8(end),
                utf8(type),
                sjis.getBytes(java.nio.charset.Charset.forName("windows-31j")),
                utf8(good().text() + number(0)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
