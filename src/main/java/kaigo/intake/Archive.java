package kaigo.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import kaigo.screens.ScreenText;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * まとめたファイル (ZIP; issue note "interface" 9.9): one level, its entries read one after another from the stream, nothing
 * unpacked to a disk. Whatever is not a plain CSV, JSON or PDF file is refused by name; what would grow beyond measure
 * ends the reading. Proposed, ours.
 */
public final class Archive {

    private Archive() {}

    /** Why an entry, or the archive from here on, cannot be taken. */
    public enum Problem {
        NOT_A_ZIP,
        EMPTY,
        ENCRYPTED,
        TOO_MANY,
        TOO_LARGE,
        RATIO,
        PATH,
        KIND,
        NESTED;

        public String text() {
            return ScreenText.text("archive." + this, MOST_ENTRIES);
        }

        public String remedy() {
            return ScreenText.text("archive." + this + ".remedy");
        }
    }

    /** What becomes of the entries, in their order. */
    public interface Visitor {
        /** @param bytes of this entry; need not be read to the end */
        void file(String name, InputStream bytes) throws IOException;

        /** @param name of the entry, or of nothing (empty) if the archive as a whole is meant */
        void refused(String name, Problem problem);
    }

    static final int MOST_ENTRIES = 500;

    /** All entries together, unpacked. */
    static final long MOST_BYTES = 1024L * 1024 * 1024;

    /** Records of M01 pack to about a tenth; nothing honest packs to a two-hundredth. */
    static final long HIGHEST_RATIO = 200;

    private static final long RATIO_FROM = 1024L * 1024;
    private static final List<String> KINDS = List.of(".csv", ".json", ".pdf");

    public static boolean isArchive(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    public static boolean isDocument(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** Reads the archive; {@code bytes} stays open. Throws IOException if the source of the bytes breaks. */
    public static void read(InputStream bytes, Visitor visitor) throws IOException {
        Source source = new Source(bytes);
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(source, StandardCharsets.UTF_8.name())) {
            readEntries(zip, source, visitor);
        } catch (Stopped e) {
            visitor.refused("", e.problem);
        }
    }

    private static void readEntries(ZipArchiveInputStream zip, Source source, Visitor visitor) throws IOException {
        Budget budget = new Budget(zip, source);
        int entries = 0;
        for (ZipArchiveEntry entry = next(zip, source); entry != null; entry = next(zip, source)) {
            if (++entries > MOST_ENTRIES) {
                throw new Stopped(Problem.TOO_MANY);
            }
            visit(zip, entry, budget, visitor);
        }
        if (entries == 0) {
            throw new Stopped(source.beginsLikeArchive() ? Problem.EMPTY : Problem.NOT_A_ZIP);
        }
    }

    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip, Source source) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IOException e) {
            throw source.judge(e);
        }
    }

    private static void visit(ZipArchiveInputStream zip, ZipArchiveEntry entry, Budget budget, Visitor visitor)
            throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Stopped(Problem.ENCRYPTED);
        }
        String name = entry.getName();
        InputStream counted = new Entry(budget);
        Problem problem = problem(name);
        if (problem != null) {
            visitor.refused(name, problem);
        } else if (!zip.canReadEntryData(entry)) {
            throw new Stopped(Problem.NOT_A_ZIP);
        } else {
            visitor.file(name, counted);
        }
        // What nobody read counts too: to skip it is to unpack it.
        counted.transferTo(OutputStream.nullOutputStream());
    }

    private static @Nullable Problem problem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.startsWith(".")) {
            return Problem.PATH;
        }
        if (isArchive(lower)) {
            return Problem.NESTED;
        }
        return KINDS.stream().anyMatch(lower::endsWith) ? null : Problem.KIND;
    }

    /** Ends the reading of the archive from whatever depth. */
    private static final class Stopped extends UncheckedIOException {
        private static final long serialVersionUID = 1L;
        private final Problem problem;

        Stopped(Problem problem) {
            super(new IOException(problem.name()));
            this.problem = problem;
        }
    }

    /** What may still be unpacked, and what a failure to unpack means. */
    private record Budget(ZipArchiveInputStream zip, Source source, long[] unpacked) {
        Budget(ZipArchiveInputStream zip, Source source) {
            this(zip, source, new long[1]);
        }

        void spend(long bytes) {
            unpacked[0] += bytes;
            if (unpacked[0] > MOST_BYTES) {
                throw new Stopped(Problem.TOO_LARGE);
            }
            if (unpacked[0] > RATIO_FROM && unpacked[0] / Math.max(1, source.bytes) > HIGHEST_RATIO) {
                throw new Stopped(Problem.RATIO);
            }
        }
    }

    /** One entry; closing it leaves the archive open. */
    private static final class Entry extends InputStream {
        private final Budget budget;

        Entry(Budget budget) {
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int count = budget.zip().read(into, from, length);
                budget.spend(Math.max(count, 0));
                return count;
            } catch (IOException e) {
                throw budget.source().judge(e);
            }
        }
    }

    /** The bytes of the archive: counted, and able to tell a broken connection from a broken archive. */
    private static final class Source extends FilterInputStream {
        private long bytes;
        private int first = -1;
        private boolean broken;

        Source(InputStream in) {
            super(in);
        }

        IOException judge(IOException failure) {
            if (broken) {
                return failure;
            }
            throw new Stopped(Problem.NOT_A_ZIP);
        }

        /** Every ZIP, an empty one too, begins with PK. */
        boolean beginsLikeArchive() {
            return first == 'P';
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                int count = super.read(into, from, length);
                first = bytes == 0 && count > 0 ? into[from] : first;
                bytes += Math.max(count, 0);
                return count;
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }

        @Override
        public void close() {}
    }
}
