package kaigo.layout;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Text;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/** The eight items of a control record as text, in their order. */
final class ControlItems {
    static final List<String> CODES = List.of(
            "interfaceId",
            "version",
            "insurerNumber",
            "processingType",
            "baseDate",
            "createdAt",
            "dataCount",
            "senderSystem");
    static final List<String> NAMES =
            List.of("IF ID", "仕様版", "保険者番号", "処理区分", "基準日／処理対象日", "作成日時", "データ件数", "送信システム識別");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int SENDER_AT_MOST = 40;

    private ControlItems() {}

    static List<String> of(Control control) {
        return List.of(
                control.interfaceId(),
                control.version(),
                control.insurerNumber(),
                control.processingType().code(),
                YyyyMmDd.format(control.baseDate()),
                control.createdAt().format(SECOND),
                String.valueOf(control.dataCount()),
                control.senderSystem());
    }

    static Control parse(@Nullable String[] items) {
        String[] given = new String[items.length];
        for (int i = 0; i < items.length; i++) {
            String item = items[i];
            given[i] = item == null ? "" : Text.trimBlank(item);
        }
        ProcessingType type = ProcessingType.ofCode(given[3]);
        require(0, FileName.isInterface(given[0]));
        require(1, isVersion(given[1]));
        require(2, InsurerNumber.hasForm(given[2]));
        require(4, YyyyMmDd.isDate(given[4]));
        require(5, YyyyMmDd.isTimestamp(given[5]));
        require(6, ItemCheck.isInt(given[6]));
        require(7, given[7].length() <= SENDER_AT_MOST && !Text.hasControlCharacter(given[7]));
        if (type == null) {
            throw wrong(3);
        }
        return new Control(
                given[0],
                given[1],
                given[2],
                type,
                LocalDate.parse(given[4], DateTimeFormatter.BASIC_ISO_DATE),
                LocalDateTime.parse(given[5], SECOND),
                Integer.parseInt(given[6]),
                given[7]);
    }

    private static boolean isVersion(String version) {
        int dot = version.indexOf('.');
        return version.length() <= 8
                && dot > 0
                && Text.isDigits(version.substring(0, dot))
                && Text.isDigits(version.substring(dot + 1));
    }

    private static void require(int item, boolean holds) {
        if (!holds) {
            throw wrong(item);
        }
    }

    private static UnusableFile wrong(int item) {
        return new UnusableFile(ErrorId.E1005, 1, Detail.CONTROL_ITEM, NAMES.get(item));
    }
}
