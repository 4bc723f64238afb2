package kaigo.layout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Inputs of chance: right ones with a few changes, and now and then noise. */
public final class Garbled {

    private static final String[] TRICKY = {
        "\"",
        "\"\"",
        ",",
        "\r",
        "\n",
        "\r\n",
        "\0",
        "\uFEFF",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\u0000",
        "\\uD800",
        "null",
        "1e999",
        "-0",
        "true",
        "\uD842\uDFB7",
        "９",
        "１２３４５６７８９０１２",
        " ",
        "　",
        "H",
        "20260230",
        "99999999"
    };

    private final SplittableRandom random;
    private final byte[][] seeds;

    public Garbled(SplittableRandom random, byte[]... seeds) {
        this.random = random;
        this.seeds = seeds;
    }

    public byte[] next() {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] file = seeds[random.nextInt(seeds.length)];
        int changes = random.nextInt(1, 5);
        for (int i = 0; i < changes; i++) {
            file = changed(file);
        }
        return file;
    }

    private byte[] changed(byte[] file) {
        int from = random.nextInt(file.length + 1);
        int to = Math.min(file.length, from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> joined(file, from, new byte[0], to);
            case 1 -> joined(file, from, Arrays.copyOfRange(file, from, to), from);
            case 2 -> joined(file, from, new byte[] {(byte) random.nextInt(256)}, to);
            case 3 -> Arrays.copyOf(file, from);
            case 4 -> joined(file, from, seeds[random.nextInt(seeds.length)], to);
            default -> joined(file, from, tricky(), random.nextBoolean() ? from : to);
        };
    }

    private byte[] tricky() {
        return TRICKY[random.nextInt(TRICKY.length)].getBytes(StandardCharsets.UTF_8);
    }

    /** Up to {@code from}, then {@code between}, then from {@code to} on. */
    private static byte[] joined(byte[] file, int from, byte[] between, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        out.writeBytes(between);
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }
}
