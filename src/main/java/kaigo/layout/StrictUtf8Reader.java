package kaigo.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters of a UTF-8 stream that says exactly where it stops being UTF-8. A BOM is passed over. */
final class StrictUtf8Reader extends Reader {
    private static final int BUFFER = 32 * 1024;
    private static final int SHORTEST_PROOF = 4;

    private final InputStream in;
    private final long maxBytes;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;
    /** Offset in the file of the buffer's first byte, and the line feeds before the buffer's position. */
    private long offset;

    private long lineFeeds;

    StrictUtf8Reader(InputStream in, long maxBytes) throws IOException {
        this.in = in;
        this.maxBytes = maxBytes;
        while (bytes.limit() < 3 && !ended) {
            fill();
        }
        if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw new UnusableFile(ErrorId.E1004, 1, Detail.UTF_16, "1");
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            bytes.position(3);
        }
    }

    /** The first byte that is not blank, as far as the first buffer shows; -1 if there is none. */
    int firstByte() {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) > ' ' || bytes.get(i) <= 0) {
                return bytes.get(i) & 0xFF;
            }
        }
        return -1;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, from, length).slice();
        while (chars.position() == 0) {
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            inspect(before, bytes.position());
            if (result.isError()) {
                throw badByte(looksLikeShiftJis() ? Detail.LOOKS_LIKE_SHIFT_JIS : Detail.BAD_BYTE, bytes.position());
            }
            if (chars.position() == 0) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        return chars.position();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void inspect(int from, int to) {
        byte[] array = bytes.array();
        int feeds = 0;
        for (int i = from; i < to; i++) {
            if (array[i] == '\n') {
                feeds++;
            } else if (array[i] == 0) {
                lineFeeds += feeds;
                throw badByte(Detail.NUL, i);
            }
        }
        lineFeeds += feeds;
    }

    private void fill() throws IOException {
        offset += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        if (offset + bytes.limit() > maxBytes) {
            throw UnusableFile.tooLarge(maxBytes);
        }
    }

    private UnusableFile badByte(Detail detail, int index) {
        return new UnusableFile(ErrorId.E1004, lineFeeds + 1, detail, String.valueOf(offset + index + 1));
    }

    /** Whether the line with the bad byte, as far as it is in the buffer, is text in Shift_JIS. */
    private boolean looksLikeShiftJis() {
        int from = bytes.position();
        while (from > 0 && bytes.get(from - 1) != '\n') {
            from--;
        }
        int to = bytes.position();
        while (to < bytes.limit() && bytes.get(to) != '\n' && bytes.get(to) != ',') {
            to++;
        }
        try {
            Charset.forName("windows-31j")
                    .newDecoder()
                    .decode(bytes.duplicate().position(from).limit(to));
            return to - bytes.position() >= SHORTEST_PROOF;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
