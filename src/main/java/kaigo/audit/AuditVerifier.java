package kaigo.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

    private final AuditStore store;
    private final Path headFile;
    private final BiPredicate<byte[], Signature> isGenuine;

    /** A signature and the id of the key that is said to have made it. */
    public record Signature(String keyId, byte[] bytes) {}

    /**
     * @param entries rows read
     * @param heads exported heads read
     * @param unanchored entries after the last exported head: what could be cut off unnoticed
     * @param fault what is wrong first, or null
     */
    public record Report(
            long entries,
            int heads,
            long unanchored,
            @Nullable String fault) {
        public boolean sound() {
            return fault == null;
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
        List<AuditHeads.Head> heads = AuditHeads.read(headFile).stream()
                .filter(head -> head.stream() == stream)
                .toList();
        Walk walk = new Walk(heads);
        try {
            store.forEach(stream, walk::step);
        } catch (AuditStore.Unreadable row) {
            walk.fail(String.valueOf(row.getMessage()));
        }
        return walk.report();
    }

    private final class Walk {
        private final Map<Long, String> hashAt = new HashMap<>();
        private final int heads;
        private long lastAnchored;
        private long number;
        private byte[] previous = ChainLink.GENESIS;
        private @Nullable String fault;

        Walk(List<AuditHeads.Head> exported) {
            heads = exported.size();
            for (AuditHeads.Head head : exported) {
                byte[] signature = HexFormat.of().parseHex(head.signature());
                if (!isGenuine.test(head.signedBytes(), new Signature(head.keyId(), signature))) {
                    fail("head of number " + head.number() + ": signature is not by key " + head.keyId());
                }
                String other = hashAt.put(head.number(), head.hash());
                if (other != null && !other.equals(head.hash())) {
                    fail("two heads of number " + head.number() + " differ");
                }
                lastAnchored = Math.max(lastAnchored, head.number());
            }
        }

        void step(ChainLink link) {
            number++;
            if (link.number() != number) {
                fail("number " + number + " is missing; found " + link.number());
                number = link.number();
            } else if (!link.follows(previous)) {
                fail("number " + number + " was changed, or something before it was");
            }
            String anchored = hashAt.get(link.number());
            if (anchored != null && !MessageDigest.isEqual(HexFormat.of().parseHex(anchored), link.hash())) {
                fail("number " + number + " differs from its signed head");
            }
            previous = link.hash();
        }

        private void fail(String what) {
            if (fault == null) {
                fault = what;
            }
        }

        Report report() {
            if (number < lastAnchored) {
                fail("numbers " + (number + 1) + " to " + lastAnchored + " are missing: a signed head names them");
            }
            return new Report(number, heads, Math.max(0, number - lastAnchored), fault);
        }
    }
}
