package kaigo.layout;

import java.util.List;

/**
 * 受付エラー: the file as a whole cannot be taken. Carries an id, the line (0 if there is none) and parameters; never
 * content of the file.
 */
public final class UnusableFile extends RuntimeException {
    private final ErrorId id;
    private final long line;
    private final transient List<String> parameters;

    public UnusableFile(ErrorId id, long line, String... parameters) {
        super(id + " line " + line, null, false, false);
        this.id = id;
        this.line = line;
        this.parameters = List.of(parameters);
    }

    UnusableFile(ErrorId id, long line, Detail detail, String... more) {
        this(id, line, parameters(detail, more));
    }

    /** E1003 */
    public static UnusableFile tooLarge(long bytes) {
        return new UnusableFile(ErrorId.E1003, 0, Detail.TOO_MANY_BYTES, String.valueOf(bytes));
    }

    public ErrorId id() {
        return id;
    }

    public long line() {
        return line;
    }

    public List<String> parameters() {
        return parameters;
    }

    private static String[] parameters(Detail detail, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = detail.parameter();
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
