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
    private final String part;

    public UnusableFile(ErrorId id, long line, String... parameters) {
        this(id, line, List.of(parameters), "");
    }

    private UnusableFile(ErrorId id, long line, List<String> parameters, String part) {
        super(id + " line " + line, null, false, false);
        this.id = id;
        this.line = line;
        this.parameters = parameters;
        this.part = part;
    }

    UnusableFile(ErrorId id, long line, Detail detail, String... more) {
        this(id, line, parameters(detail, more));
    }

    /** E1003 */
    public static UnusableFile tooLarge(long bytes) {
        return new UnusableFile(ErrorId.E1003, 0, Detail.TOO_MANY_BYTES, String.valueOf(bytes));
    }

    /** The same, found in the file of a set with that letter. */
    UnusableFile in(String letter) {
        return part.isEmpty() ? new UnusableFile(id, line, parameters, letter) : this;
    }

    /** Letter of the file of a set, or nothing. */
    public String part() {
        return part;
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
