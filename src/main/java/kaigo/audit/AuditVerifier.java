package kaigo.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * 監査記録の検証, a program of its own ({@code kiban audit verify}): walks the stream from number 1, computes every link
 * again and holds the result against the signed heads outside the database.
 */
public final class AuditVerifier {

    /** Entries of one step. */
    private static final int STEP = 20_000;

    private final AuditStore store;
    private final Path headFile;
    private final BiPredicate<byte[], Signature> isGenuine;

    /** A signature and the id of the key that is said to have made it. */
    public record Signature(String keyId, byte[] bytes) {}

    /**
     * @param entries number of the last row read
     * @param heads exported heads read
     * @param unanchored entries after the last exported head: what could be cut off unnoticed
     * @param fault what is wrong first, or null
     */
    public record Report(
            long entries,
            int heads,
            long unanchored,
            @Nullable Fault fault) {
        public boolean sound() {
            return fault == null;
        }
    }

    /**
     * 改ざんの跡.
     *
     * @param number of the entry at which it shows
     * @param text in English, with all that is known
     */
    public record Fault(Kind kind, long number, String text) {

        public enum Kind {
            /** A head is not signed by the key that it names. */
            SIGNATURE,
            /** Two heads of one number differ. */
            TWO_HEADS,
            MISSING,
            CHANGED,
            /** It differs from its signed head. */
            OTHER_THAN_HEAD,
            /** It holds what no writer ever wrote. */
            UNREADABLE,
            /** What signed heads name is missing from this number on to the end. */
            CUT_OFF
        }
    }

    /** @param isGenuine whether a signature over these bytes is by the head key of that id */
    public AuditVerifier(DataSource auditor, Path headFile, BiPredicate<byte[], Signature> isGenuine) {
        this.store = new AuditStore(auditor);
        this.headFile = headFile;
        this.isGenuine = isGenuine;
    }

    /** Every stream that stands in the database or that a head names: one that was removed whole is missed, too. */
    public SortedSet<Short> streams() throws SQLException, IOException {
        SortedSet<Short> found = new TreeSet<>(store.streams());
        AuditHeads.read(headFile).forEach(head -> found.add(head.stream()));
        return found;
    }

    public Report verify(short stream) throws SQLException, IOException {
        Walk walk = walk(stream);
        while (walk.step()) {
            // There is more.
        }
        return walk.report();
    }

    /** Begins at number 1; goes to the end that the stream has now. */
    public Walk walk(short stream) throws SQLException, IOException {
        List<AuditHeads.Head> heads = AuditHeads.read(headFile).stream()
                .filter(head -> head.stream() == stream)
                .toList();
        return new Walk(
                stream, new ChainCheck(heads, isGenuine), store.end(stream).number());
    }

    /** One walk along a stream, in steps that each hold the database for a short while only. */
    public final class Walk {
        private final short stream;
        private final ChainCheck check;
        private final long end;
        private long last = Long.MIN_VALUE;

        private Walk(short stream, ChainCheck check, long end) {
            this.stream = stream;
            this.check = check;
            this.end = end;
        }

        /** Answers whether there is more. */
        public boolean step() throws SQLException {
            try {
                int read = store.forEach(stream, last, end, STEP, link -> {
                    check.step(link);
                    last = link.number();
                });
                return read == STEP;
            } catch (AuditStore.Unreadable row) {
                check.fail(new Fault(Fault.Kind.UNREADABLE, row.number(), String.valueOf(row.getMessage())));
                return false;
            }
        }

        public short stream() {
            return stream;
        }

        /** How many entries there are to go through. */
        public long entries() {
            return end;
        }

        /** How many of them it has gone through. */
        public long verified() {
            return Math.max(0, last);
        }

        public Report report() {
            return check.report();
        }
    }
}
