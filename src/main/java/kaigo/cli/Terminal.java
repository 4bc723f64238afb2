package kaigo.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Japanese text on a terminal: in its own encoding where that has Japanese (Windows: MS932), else in UTF-8. */
final class Terminal {

    private Terminal() {}

    /** @param property the system property with the stream's encoding, {@code stdout.encoding} or {@code stderr.encoding} */
    static PrintStream readable(PrintStream stream, String property) {
        return new PrintStream(stream, true, charset(System.getProperty(property, "UTF-8")));
    }

    private static Charset charset(String name) {
        Charset own = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return own.newEncoder().canEncode('介') ? own : StandardCharsets.UTF_8;
    }
}
