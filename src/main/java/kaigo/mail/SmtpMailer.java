package kaigo.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends by an SMTP server, over TLS only: codes go this way. Plainly only to this machine, and without a password. */
public final class SmtpMailer implements Mailer {

    private static final String PATIENCE_MILLIS = "10000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final String from;

    public SmtpMailer(SmtpServer server) {
        this.from = server.from();
        String protocol = server.address().getScheme();
        sender.setProtocol(protocol);
        sender.setHost(server.address().getHost());
        sender.setPort(server.address().getPort());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String prefix = "mail." + protocol + '.';
        List.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(patience -> properties.setProperty(prefix + patience, PATIENCE_MILLIS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(server.demandsStartTls()));
        if (!server.user().isEmpty()) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
            properties.setProperty(prefix + "auth", "true");
        }
    }

    @Override
    public void send(Mail mail) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(mail.to());
        message.setSubject(mail.subject());
        message.setText(mail.text());
        try {
            sender.send(message);
        } catch (MailException e) {
            // Not its message: a server's answer can repeat the address.
            throw new MailNotSent(e.getClass().getSimpleName());
        }
    }
}
