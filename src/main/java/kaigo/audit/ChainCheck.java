package kaigo.audit;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.audit.AuditVerifier.Fault.Kind;
import kaigo.audit.AuditVerifier.Report;
import kaigo.audit.AuditVerifier.Signature;
import org.jspecify.annotations.Nullable;

/** One walk along a stream: every link computed again, and held against the signed heads. Tells what is wrong first. */
final class ChainCheck {

    private final Map<Long, String> hashAt = new HashMap<>();
    private final int heads;
    private long lastAnchored;
    private long number;
    private byte[] previous = ChainLink.GENESIS;
    private @Nullable Fault fault;

    ChainCheck(List<AuditHeads.Head> exported, BiPredicate<byte[], Signature> isGenuine) {
        heads = exported.size();
        for (AuditHeads.Head head : exported) {
            byte[] signature = HexFormat.of().parseHex(head.signature());
            if (!isGenuine.test(head.signedBytes(), new Signature(head.keyId(), signature))) {
                fail(Kind.SIGNATURE, head.number(), "head of number %d: signature is not by key " + head.keyId());
            }
            String other = hashAt.put(head.number(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                fail(Kind.TWO_HEADS, head.number(), "two heads of number %d differ");
            }
            lastAnchored = Math.max(lastAnchored, head.number());
        }
    }

    /** The next row of the stream. */
    void step(ChainLink link) {
        number++;
        if (link.number() != number) {
            fail(Kind.MISSING, number, "number %d is missing; found " + link.number());
            number = link.number();
        } else if (!link.follows(previous)) {
            fail(Kind.CHANGED, number, "number %d was changed, or something before it was");
        }
        String anchored = hashAt.get(link.number());
        if (anchored != null && !MessageDigest.isEqual(HexFormat.of().parseHex(anchored), link.hash())) {
            fail(Kind.OTHER_THAN_HEAD, number, "number %d differs from its signed head");
        }
        previous = link.hash();
    }

    private void fail(Kind kind, long at, String what) {
        fail(new Fault(kind, at, what.replace("%d", String.valueOf(at))));
    }

    void fail(Fault found) {
        if (fault == null) {
            fault = found;
        }
    }

    Report report() {
        if (number < lastAnchored) {
            fail(Kind.CUT_OFF, number + 1, "numbers %d to " + lastAnchored + " are missing: a signed head names them");
        }
        return new Report(number, heads, Math.max(0, number - lastAnchored), fault);
    }
}
