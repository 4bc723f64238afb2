package kaigo.cli;

/** 実行できない指示: the message is for the person who gave it and is shown as it is. */
final class CommandRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRefused(String message) {
        super(message);
    }
}
