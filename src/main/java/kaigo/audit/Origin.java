package kaigo.audit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** 接続元: from where the request came that this thread answers. Every entry that is made meanwhile says so. */
public final class Origin {

    /** In the detail of an entry. */
    static final String REMOTE = "remote";

    private static final int NETWORK_BYTES = 8;

    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private Origin() {}

    /** An answer under way. */
    public interface Answering extends AutoCloseable {
        @Override
        void close();
    }

    /** @param remote address of the other end of the connection, or of whom a trusted proxy names */
    public static Answering answering(String remote) {
        CURRENT.set(remote);
        return CURRENT::remove;
    }

    static @Nullable String current() {
        return CURRENT.get();
    }

    /** What counts as one where tries are counted; empty where no request is answered. */
    public static String network() {
        String remote = CURRENT.get();
        return remote == null ? "" : networkOf(remote);
    }

    /** Within its network of IPv6 one machine takes whatever address it likes. What is no address is one network too. */
    private static String networkOf(String remote) {
        try {
            return InetAddress.ofLiteral(remote) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : remote;
        } catch (IllegalArgumentException e) {
            return remote;
        }
    }
}
