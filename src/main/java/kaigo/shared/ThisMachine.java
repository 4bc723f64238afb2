package kaigo.shared;

import java.util.Set;

/** この機器: what goes to it passes no network, so it may go without TLS. */
public final class ThisMachine {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private ThisMachine() {}

    /** By its usual names only: whatever else a name leads to counts as another machine. */
    public static boolean is(String host) {
        return NAMES.contains(host);
    }
}
