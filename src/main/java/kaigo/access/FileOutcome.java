package kaigo.access;

/** 一つの保険者の記録を開いた結果: of several files of one person each ends for itself (settled 20). */
public sealed interface FileOutcome<T> {

    PersonKey person();

    record Read<T>(PersonKey person, Opened<T> opened) implements FileOutcome<T> {}

    /** It could not be read just now; whether it would have opened, is not known. */
    record Failed<T>(PersonKey person) implements FileOutcome<T> {}
}
