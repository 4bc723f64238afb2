package kaigo.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.Form;

/**
 * 受付できないファイル: one small file or set for each way in which a whole file can be wrong, and {@code damaged.csv} with the
 * id that each must get. Not here, because the receiver's state decides: E1002 of a right file sent by another insurer,
 * E1008, E1010, E1011.
 */
public final class DamagedFiles {
    public static final String LIST = "damaged.csv";

    private static final int PERSONS = 3;
    private static final String CRLF = "\r\n";
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private DamagedFiles() {}

    /** What is done to a right CSV file of three records. */
    enum Damage {
        FILE_NAME(ErrorId.E1001, csv -> utf8(csv)),
        FILE_NAME_AND_CONTROL_DIFFER(ErrorId.E1001, csv -> utf8(csv.replaceFirst(",I,", ",T,"))),
        TOO_MANY_RECORDS(ErrorId.E1003, csv -> utf8(tooMany(csv))),
        SHIFT_JIS_BYTES(ErrorId.E1004, csv -> csv.getBytes(SHIFT_JIS)),
        UTF_16_BYTES(ErrorId.E1004, csv -> csv.getBytes(StandardCharsets.UTF_16)),
        NUL_BYTE(ErrorId.E1004, csv -> utf8(csv.replaceFirst("架空", "架\0空"))),
        CUT_CHARACTER(ErrorId.E1004, csv -> cutCharacter(utf8(csv))),
        EMPTY(ErrorId.E1005, csv -> new byte[0]),
        CONTROL_MISSING(ErrorId.E1005, csv -> utf8(csv.substring(csv.indexOf(CRLF) + 2))),
        CONTROL_DATE(ErrorId.E1005, csv -> utf8(csv.replaceFirst(",I,\\d{8}", ",I,20260230"))),
        NUMBER_SKIPPED(ErrorId.E1005, csv -> utf8(csv.replace(CRLF + "2,3,", CRLF + "2,4,"))),
        COUNT_TOO_LARGE(ErrorId.E1006, csv -> utf8(csv.replaceFirst("," + PERSONS + ",", ",4,"))),
        VERSION(ErrorId.E1009, csv -> utf8(csv.replaceFirst("M01,[0-9.]+", "M01,9.99"))),
        QUOTE_OPEN(ErrorId.E1012, csv -> utf8(csv.replace(CRLF + "2,3,", CRLF + "2,3,\""))),
        TOO_MANY_COLUMNS(ErrorId.E1012, csv -> utf8(csv.replaceFirst(CRLF + "2,2,", CRLF + "2,2" + ",".repeat(400)))),
        RECORD_TYPE(ErrorId.E1012, csv -> utf8(csv.replace(CRLF + "2,3,", CRLF + "9,3,"))),
        END_MISSING(ErrorId.E1013, csv -> utf8(csv.substring(0, csv.lastIndexOf("3,")))),
        END_NUMBER(ErrorId.E1013, csv -> utf8(csv.replace("3," + (PERSONS + 2), "3,99"))),
        AFTER_END(ErrorId.E1013, csv -> utf8(csv + "3,6" + CRLF));

        private final ErrorId id;
        private final Function<String, byte[]> damage;

        Damage(ErrorId id, Function<String, byte[]> damage) {
            this.id = id;
            this.damage = damage;
        }

        ErrorId id() {
            return id;
        }
    }

    /** Writes the files and their list into the folder. */
    public static void write(Path folder, Population population) throws IOException {
        Files.createDirectories(folder);
        Population few = population.ofOnly(PERSONS);
        Records records = Records.initial(few);
        var bytes = new ByteArrayOutputStream();
        MunicipalFiles.write(bytes, records, Form.CSV);
        String csv = bytes.toString(StandardCharsets.UTF_8);
        var list = new StringBuilder("file,error_id,what").append(CRLF);
        for (Damage damage : Damage.values()) {
            String name = name(records, damage);
            Files.write(folder.resolve(name), damage.damage.apply(csv));
            list.append(String.join(",", name, damage.id.name(), damage.name())).append(CRLF);
        }
        List<String> sets = DamagedSets.write(folder, population);
        for (int i = 0; i < sets.size(); i++) {
            list.append(String.join(",", sets.get(i), ErrorId.E1014.name(), DamagedSets.Damage.values()[i].name()))
                    .append(CRLF);
        }
        Files.writeString(folder.resolve(LIST), list);
    }

    private static String name(Records records, Damage damage) {
        String right = FileName.of(records.control(PERSONS), damage.ordinal() + 1, Form.CSV)
                .toString();
        return damage == Damage.FILE_NAME ? right.replace("_I_", "_I-") : right;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Records without items: each wrong by itself, but it is their number that stops the reading. */
    private static String tooMany(String csv) {
        int count = MunicipalFiles.FILE_AT_MOST + 1;
        var text = new StringBuilder(
                csv.substring(0, csv.indexOf(CRLF)).replaceFirst("," + PERSONS + ",", "," + count + ","));
        for (int i = 2; i < count + 2; i++) {
            text.append(CRLF).append("2,").append(i);
        }
        return text.append(CRLF).append("3,").append(count + 2).append(CRLF).toString();
    }

    /** Without the last byte of the first character that has several. */
    private static byte[] cutCharacter(byte[] right) {
        int first = 0;
        while (right[first] >= 0) {
            first++;
        }
        byte[] cut = Arrays.copyOf(right, right.length - 1);
        System.arraycopy(right, first + 3, cut, first + 2, right.length - first - 3);
        return cut;
    }
}
