package kaigo.intake.register;

/** Another worker went on with the file while this one was away; what this one holds is dropped. */
public final class FileTakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileTakenOver() {
        super("the file's progress mark is not where this worker left it", null, false, false);
    }
}
