package kaigo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that offers no TLS, under two addresses of this machine: only the first is known to be it. */
class SmtpMailerTest {

    private static final Mail CODE = new Mail("shokuin@office.example", "code", "123456");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "0.0.0.0", ServerSetup.PROTOCOL_SMTP));

    SmtpMailerTest() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void without_tls_no_code_leaves_for_another_machine() {
        mailer("127.0.0.1", "").send(CODE);
        assertThat(server.getReceivedMessages()).hasSize(1);

        assertThatThrownBy(() -> mailer("127.0.0.2", "").send(CODE)).isInstanceOf(MailNotSent.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_password_is_told_to_nobody_without_tls() {
        server.setUser("kiban", "a password of its own");
        assertThatThrownBy(() -> mailer("127.0.0.1", "kiban").send(CODE)).isInstanceOf(MailNotSent.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private SmtpMailer mailer(String host, String user) {
        URI address = URI.create("smtp://" + host + ":" + server.getSmtp().getPort());
        return new SmtpMailer(new SmtpServer(address, "kiban@kiban.example", user, "a password of its own"));
    }
}
