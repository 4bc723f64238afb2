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
        ChainCheck check = new ChainCheck(heads, isGenuine);
        try {
            store.forEach(stream, check::step);
        } catch (AuditStore.Unreadable row) {
            check.fail(String.valueOf(row.getMessage()));
        }
        return check.report();
    }
}
