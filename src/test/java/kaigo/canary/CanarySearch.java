package kaigo.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for values in files, in every form in which a program could have written them. */
final class CanarySearch {

    private static final int BUFFER = 1 << 20;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 256;

    private record Pattern(String name, byte[] bytes) {}

    /** By the first four bytes; the bits tell quickly where nothing begins. */
    private final Map<Integer, List<Pattern>> patterns = new HashMap<>();

    private final BitSet begins = new BitSet(1 << 16);

    /** 12 digits as text, in hexadecimal, base64, packed, as digits and as one integer. */
    CanarySearch numbers(List<String> numbers) {
        for (String number : numbers) {
            text(number);
            byte[] ascii = number.getBytes(StandardCharsets.US_ASCII);
            add(number + " base64", base64(ascii, 0));
            add(number + " base64+1", base64(ascii, 1));
            add(number + " base64+2", base64(ascii, 2));
            add(number + " hex", HexFormat.of().formatHex(ascii).getBytes(StandardCharsets.US_ASCII));
            add(number + " packed", HexFormat.of().parseHex(number));
            byte[] digits = ascii.clone();
            byte[] big = new byte[Long.BYTES];
            byte[] little = new byte[Long.BYTES];
            long value = Long.parseLong(number);
            for (int i = 0; i < digits.length; i++) {
                digits[i] -= '0';
            }
            for (int i = 0; i < Long.BYTES; i++) {
                little[i] = (byte) (value >> (8 * i));
                big[Long.BYTES - 1 - i] = little[i];
            }
            add(number + " digits", digits);
            add(number + " long", big);
            add(number + " long, little endian", little);
        }
        return this;
    }

    /** Names and addresses: as text only. */
    CanarySearch texts(List<String> texts) {
        texts.forEach(this::text);
        return this;
    }

    private void text(String value) {
        add(value + " UTF-8", value.getBytes(StandardCharsets.UTF_8));
        add(value + " UTF-16BE", value.getBytes(StandardCharsets.UTF_16BE));
        add(value + " UTF-16LE", value.getBytes(StandardCharsets.UTF_16LE));
    }

    /** The letters that do not depend on what stands before and after. */
    private static byte[] base64(byte[] ascii, int before) {
        byte[] shifted = new byte[before + ascii.length];
        System.arraycopy(ascii, 0, shifted, before, ascii.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (before * 4 + 2) / 3;
        int to = shifted.length / 3 * 4;
        return text.substring(from, to).getBytes(StandardCharsets.US_ASCII);
    }

    private void add(String name, byte[] bytes) {
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException(name);
        }
        int begin = begin(bytes, 0);
        patterns.computeIfAbsent(begin, key -> new ArrayList<>()).add(new Pattern(name, bytes));
        begins.set(bit(begin));
    }

    private static int begin(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    }

    private static int bit(int begin) {
        return (begin * 0x9E3779B1) >>> 16;
    }

    /** What stands in these files, or in the files below these folders: {@code value form in file}. */
    Set<String> findIn(Path... places) {
        Set<String> found = new TreeSet<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                files.filter(Files::isRegularFile).forEach(file -> search(file, found));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    Set<String> findIn(String text) {
        Set<String> found = new TreeSet<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + LONGEST);
        search(padded, bytes.length, "the text", found);
        return found;
    }

    private void search(Path file, Set<String> found) {
        byte[] buffer = new byte[BUFFER + LONGEST];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.readNBytes(buffer, 0, BUFFER);
            while (read > 0) {
                int filled = kept + read;
                java.util.Arrays.fill(buffer, filled, buffer.length, (byte) 0);
                boolean last = read < BUFFER - kept;
                int end = last ? filled : filled - LONGEST;
                search(buffer, end, file.toString(), found);
                kept = last ? 0 : LONGEST;
                System.arraycopy(buffer, end, buffer, 0, kept);
                read = last ? 0 : in.readNBytes(buffer, kept, BUFFER - kept);
            }
        } catch (NoSuchFileException gone) {
            // PostgreSQL removes files at any time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void search(byte[] bytes, int end, String where, Set<String> found) {
        for (int i = 0; i < end; i++) {
            int begin = begin(bytes, i);
            if (begins.get(bit(begin))) {
                for (Pattern pattern : patterns.getOrDefault(begin, List.of())) {
                    if (matches(bytes, i, pattern.bytes)) {
                        found.add(pattern.name + " in " + where);
                    }
                }
            }
        }
    }

    private static boolean matches(byte[] bytes, int at, byte[] pattern) {
        return at + pattern.length <= bytes.length
                && java.util.Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length);
    }
}
