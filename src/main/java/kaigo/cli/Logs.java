package kaigo.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Log lines of libraries would stand between the lines of a command's answer, and inside its JSON. */
final class Logs {

    private Logs() {}

    /** Until a server starts, which sets its own levels. */
    static void quiet() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
    }
}
