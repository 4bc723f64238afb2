package kaigo.intake;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * 送られたもの: what a sender hands over: a file of 方式② or an API body of 方式①.
 *
 * @param bytes read once, to its end
 * @param name file name as given, or null for an API body without one
 * @param limit bytes at most
 * @param interfaceId the only interface that is taken, or null if the content decides
 */
public record Incoming(
        InputStream bytes,
        @Nullable String name,
        long limit,
        @Nullable String interfaceId) {

    /** Of whatever interface the control record names. */
    public Incoming(InputStream bytes, @Nullable String name, long limit) {
        this(bytes, name, limit, null);
    }

    boolean takes(String found) {
        return interfaceId == null || interfaceId.equals(found);
    }
}
