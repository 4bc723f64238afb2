package kaigo.mail;

import java.net.URI;
import kaigo.shared.ThisMachine;

/**
 * 任意の SMTP サーバ.
 *
 * @param address {@code smtp://host:port}, where STARTTLS is demanded of any other machine, or {@code smtps:}, which begins with TLS
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

    /** Whether it is another machine, or learns a password, and TLS does not begin by itself. */
    boolean demandsStartTls() {
        return "smtp".equals(address.getScheme()) && !(ThisMachine.is(address.getHost()) && user.isEmpty());
    }

    @Override
    public String toString() {
        return "SmtpServer[" + address + "]";
    }
}
