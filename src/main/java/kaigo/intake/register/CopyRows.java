package kaigo.intake.register;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the text format of PostgreSQL's COPY, written straight into one reusable buffer: the hot path of the load. Call
 * one of the column methods per column, then {@link #endRow}.
 */
public final class CopyRows {

    private static final byte[] HEX = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[1 << 20];
    private int length;
    private int rows;
    private boolean midRow;

    public int rows() {
        return rows;
    }

    byte[] bytes() {
        return buffer;
    }

    int length() {
        return length;
    }

    /** Empties the buffer, keeping its memory. */
    public void clear() {
        length = 0;
        rows = 0;
        midRow = false;
    }

    public CopyRows text(@Nullable String value) {
        separate();
        if (value == null) {
            return isNull();
        }
        ensure(value.length() * 3 + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < value.length()) {
                i++;
                fourBytes(Character.toCodePoint(c, value.charAt(i)));
            } else {
                twoOrThreeBytes(c);
            }
        }
        return this;
    }

    public CopyRows number(long value) {
        separate();
        ensure(20);
        if (value < 0) {
            throw new IllegalArgumentException("only numbers from 0 on are written");
        }
        int start = length;
        long rest = value;
        do {
            buffer[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int low = start, high = length - 1; low < high; low++, high--) {
            byte swapped = buffer[low];
            buffer[low] = buffer[high];
            buffer[high] = swapped;
        }
        return this;
    }

    public CopyRows flag(boolean value) {
        separate();
        ensure(1);
        buffer[length++] = (byte) (value ? 't' : 'f');
        return this;
    }

    /** bytea in its hexadecimal form. */
    public CopyRows bytes(byte @Nullable [] value) {
        separate();
        if (value == null) {
            return isNull();
        }
        ensure(value.length * 2 + 3);
        buffer[length++] = '\\';
        buffer[length++] = '\\';
        buffer[length++] = 'x';
        for (byte b : value) {
            buffer[length++] = HEX[(b >> 4) & 0xf];
            buffer[length++] = HEX[b & 0xf];
        }
        return this;
    }

    public CopyRows nothing() {
        separate();
        return isNull();
    }

    public void endRow() {
        ensure(1);
        buffer[length++] = '\n';
        midRow = false;
        rows++;
    }

    private CopyRows isNull() {
        ensure(2);
        buffer[length++] = '\\';
        buffer[length++] = 'N';
        return this;
    }

    private void separate() {
        if (midRow) {
            ensure(1);
            buffer[length++] = '\t';
        }
        midRow = true;
    }

    private void ascii(char c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> buffer[length++] = (byte) c;
        }
    }

    private void escaped(char c) {
        ensure(2);
        buffer[length++] = '\\';
        buffer[length++] = (byte) c;
    }

    private void twoOrThreeBytes(char c) {
        if (c < 0x800) {
            buffer[length++] = (byte) (0xc0 | (c >> 6));
        } else {
            buffer[length++] = (byte) (0xe0 | (c >> 12));
            buffer[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        }
        buffer[length++] = (byte) (0x80 | (c & 0x3f));
    }

    private void fourBytes(int codePoint) {
        buffer[length++] = (byte) (0xf0 | (codePoint >> 18));
        buffer[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        buffer[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        buffer[length++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
