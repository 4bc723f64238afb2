package kaigo.layout;

import java.io.IOException;
import java.io.Reader;

/** The lines of a text that are not blank, one at a time in one buffer; a line longer than it is refused. */
final class Lines {
    private final Reader reader;
    private final char[] buffer;
    private int filled;
    private int from;
    private int to;
    private int following;
    private long line;
    private boolean ended;

    Lines(Reader reader, int longest) {
        this.reader = reader;
        this.buffer = new char[longest + 1];
    }

    boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (isBlank());
        return true;
    }

    char[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }

    long line() {
        return line;
    }

    private boolean advance() throws IOException {
        from = following;
        line++;
        int searched = from;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    to = i;
                    following = i + 1;
                    return true;
                }
            }
            if (ended) {
                to = filled;
                following = filled;
                return from < filled;
            }
            moveToFront();
            searched = filled;
            fill();
        }
    }

    private void moveToFront() {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled == buffer.length) {
            throw new UnusableFile(ErrorId.E1012, line, Detail.TOO_LONG);
        }
    }

    private void fill() throws IOException {
        int read = reader.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(read, 0);
    }

    private boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
