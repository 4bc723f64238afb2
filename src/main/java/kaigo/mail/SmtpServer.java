package kaigo.mail;

import java.net.URI;

/**
 * 任意の SMTP サーバ.
 *
 * @param address {@code smtp://host:port}, or {@code smtps:}, which begins with TLS
 * @param from address of the sender
 * @param user empty: no sign-in
 */
public record SmtpServer(URI address, String from, String user, String password) {

    /** Throws IllegalArgumentException for anything but a host and a port behind one of the two schemes. */
    public SmtpServer {
        boolean known = "smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme());
        if (!known || address.getHost() == null || address.getPort() < 0 || address.getUserInfo() != null) {
            throw new IllegalArgumentException("smtp://host:port or smtps://host:port is needed");
        }
    }

    @Override
    public String toString() {
        return "SmtpServer[" + address + "]";
    }
}
