package kaigo.layout;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Text;
import kaigo.shared.YyyyMmDd;

/**
 * ファイル名: {@code IF ID_保険者番号_処理区分_作成日時_連番.拡張子} (issue note "interface" 9.2; proposed, ours). Whatever
 * is wrong with it is E1001.
 *
 * @param sequence 連番 of the file, 1 to 999
 * @param extension csv, json or zip
 */
public record FileName(
        String interfaceId,
        String insurerNumber,
        ProcessingType processingType,
        LocalDateTime createdAt,
        int sequence,
        String extension) {

    static final int INTERFACE_LENGTH = 3;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final List<String> EXTENSIONS = List.of("csv", "json", "zip");

    public static FileName of(Control control, int sequence, Form form) {
        return new FileName(
                control.interfaceId(),
                control.insurerNumber(),
                control.processingType(),
                control.createdAt(),
                sequence,
                form.extension());
    }

    /** Whether {@link #parse} takes the name. */
    public static boolean isRight(String name) {
        try {
            parse(name);
            return true;
        } catch (UnusableFile e) {
            return false;
        }
    }

    /** @throws UnusableFile E1001 */
    public static FileName parse(String name) {
        int dot = name.indexOf('.');
        String[] parts = name.substring(0, Math.max(dot, 0)).split("_", -1);
        if (parts.length != 5 || !isWellFormed(parts)) {
            throw new UnusableFile(ErrorId.E1001, 0, Detail.FILE_NAME_FORM);
        }
        ProcessingType type = ProcessingType.ofCode(parts[2]);
        String extension = name.substring(dot + 1);
        if (type == null || !EXTENSIONS.contains(extension)) {
            throw new UnusableFile(ErrorId.E1001, 0, Detail.FILE_NAME_FORM);
        }
        return new FileName(
                parts[0], parts[1], type, LocalDateTime.parse(parts[3], SECOND), Integer.parseInt(parts[4]), extension);
    }

    /** @throws UnusableFile E1001 if the control record says otherwise */
    public void requireAgreement(Control control) {
        if (!interfaceId.equals(control.interfaceId())
                || !insurerNumber.equals(control.insurerNumber())
                || processingType != control.processingType()
                || !createdAt.equals(control.createdAt())) {
            throw new UnusableFile(ErrorId.E1001, 0, Detail.FILE_NAME_CONTROL);
        }
    }

    /** Whether the name is meant for a part of a set, {@code M08B_…}. */
    public static boolean isPart(String name) {
        int end = name.indexOf('_');
        return end == INTERFACE_LENGTH + 1 && isInterface(name.substring(0, end));
    }

    /** {@code B} in the name of a part, {@code M08B_…}; else empty. */
    public String part() {
        return interfaceId.substring(INTERFACE_LENGTH);
    }

    /** The name of a part of this set. */
    public FileName part(String letter) {
        return new FileName(interfaceId + letter, insurerNumber, processingType, createdAt, sequence, "csv");
    }

    /** The name of the set that a part belongs to. */
    public FileName set() {
        return new FileName(
                interfaceId.substring(0, INTERFACE_LENGTH), insurerNumber, processingType, createdAt, sequence, "zip");
    }

    /** The name of the answer: the same stem with {@code _RES}. */
    public String resultName(Form form) {
        return stem() + "_RES." + form.extension();
    }

    @Override
    public String toString() {
        return stem() + "." + extension;
    }

    private String stem() {
        return "%s_%s_%s_%s_%03d"
                .formatted(interfaceId, insurerNumber, processingType.code(), createdAt.format(SECOND), sequence);
    }

    /** {@code M08}, or {@code M08A} for a part of a set. */
    static boolean isInterface(String id) {
        return (id.length() == INTERFACE_LENGTH
                        || (id.length() == INTERFACE_LENGTH + 1 && isCapital(id.charAt(INTERFACE_LENGTH))))
                && Text.isHalfWidthAlnum(id)
                && isCapital(id.charAt(0));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isWellFormed(String[] parts) {
        return isInterface(parts[0])
                && InsurerNumber.hasForm(parts[1])
                && YyyyMmDd.isTimestamp(parts[3])
                && parts[4].length() == 3
                && Text.isDigits(parts[4])
                && !parts[4].equals("000");
    }
}
