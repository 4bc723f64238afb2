package kaigo.layout;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A large file that never exists as a whole. */
final class Concatenated extends InputStream {
    private final Iterator<String> lines;
    private final String end;
    private boolean ended;
    private ByteArrayInputStream current;

    Concatenated(String head, Iterable<String> lines, String end) {
        this.lines = lines.iterator();
        this.end = end;
        this.current = bytes(head);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int read = current.read(target, offset, length);
        while (read < 0 && !ended) {
            ended = !lines.hasNext();
            current = bytes(ended ? end : lines.next());
            read = current.read(target, offset, length);
        }
        return read;
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
