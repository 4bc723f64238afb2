package kaigo.layout;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of a head and then the same text for ever: whoever reads it to the end does not return. */
final class Endless extends InputStream {
    private final byte[] head;
    private final byte[] repeated;
    long handedOut;

    Endless(String head, String repeated) {
        this.head = head.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
        long index = handedOut++;
        return (index < head.length ? head[(int) index] : repeated[(int) ((index - head.length) % repeated.length)])
                & 0xFF;
    }
}
