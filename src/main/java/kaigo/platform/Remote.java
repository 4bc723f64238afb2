package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** 接続元: the other end of the connection, or whom the proxy names (Server); nothing that a client wrote itself. */
final class Remote {

    /** What is no address, e.g. because a proxy hands on whatever it was told. */
    private static final String NONE = "unknown";

    private Remote() {}

    static String address(HttpServletRequest request) {
        try {
            return InetAddress.ofLiteral(request.getRemoteAddr()).getHostAddress();
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }
}
