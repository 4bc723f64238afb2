package kaigo.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 内容ハッシュ: SHA-256 over the canonical form of a checked record (settled 26; proposed, ours): a JSON array in UTF-8 of
 * the layout's id and every item of the layout in order, absent as null, without the items that the layout leaves out
 * (更新区分情報, 更新日時, マイナンバー); then for every sheet an array of its rows, each an array of its items. Of the characters only {@code "}, {@code \} and controls are escaped. Not for two
 * threads at once.
 */
public final class CanonicalForm {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_CHARACTER = 6;

    private final Layout layout;
    private final MessageDigest sha256;
    private byte[] buffer = new byte[4096];
    private int length;
    private int beginOfSheets;

    public CanonicalForm(Layout layout) {
        this.layout = layout;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes. */
    public byte[] hash(Row row) {
        fill(row);
        sha256.update(buffer, 0, length);
        return sha256.digest();
    }

    /** 32 bytes over the part of the sheets, of the record hashed last. */
    public byte[] hashOfSheets() {
        sha256.update(buffer, beginOfSheets, length - beginOfSheets);
        return sha256.digest();
    }

    /** What is hashed, for a vendor who compares it with his own. */
    public String json(Row row) {
        fill(row);
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    private void fill(Row row) {
        length = 0;
        put('[');
        put(layout.contentId());
        for (int i = 0; i < layout.size(); i++) {
            if (layout.item(i).inContent()) {
                put(',');
                put(row.text(i));
            }
        }
        beginOfSheets = length;
        for (Sheet sheet : layout.sheets()) {
            put(',');
            put(row, sheet);
        }
        put(']');
    }

    private void put(Row row, Sheet sheet) {
        int firstItem = sheet.layout().begin();
        char before = '[';
        for (Row one : row.sheet(sheet)) {
            put(before);
            for (int i = firstItem; i < sheet.layout().size(); i++) {
                put(i == firstItem ? '[' : ',');
                put(one.text(i));
            }
            put(']');
            before = ',';
        }
        if (before == '[') {
            put('[');
        }
        put(']');
    }

    private void put(@Nullable String value) {
        if (value == null) {
            reserve(NULL.length);
            System.arraycopy(NULL, 0, buffer, length, NULL.length);
            length += NULL.length;
            return;
        }
        reserve(value.length() * LONGEST_CHARACTER + 2);
        put('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                putAscii(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < value.length()) {
                putBeyond(value.codePointAt(i));
                i++;
            } else {
                putWithin(c);
            }
        }
        put('"');
    }

    private void put(char ascii) {
        reserve(1);
        buffer[length++] = (byte) ascii;
    }

    private void putAscii(char c) {
        if (c < ' ') {
            buffer[length++] = '\\';
            buffer[length++] = 'u';
            buffer[length++] = '0';
            buffer[length++] = '0';
            buffer[length++] = HEX[c >> 4];
            buffer[length++] = HEX[c & 15];
            return;
        }
        if (c == '"' || c == '\\') {
            buffer[length++] = '\\';
        }
        buffer[length++] = (byte) c;
    }

    /** Two or three bytes: the characters of the basic plane. */
    private void putWithin(char c) {
        if (c < 0x800) {
            buffer[length++] = (byte) (0xC0 | c >> 6);
        } else {
            buffer[length++] = (byte) (0xE0 | c >> 12);
            buffer[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        buffer[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void putBeyond(int codePoint) {
        buffer[length++] = (byte) (0xF0 | codePoint >> 18);
        buffer[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        buffer[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        buffer[length++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
