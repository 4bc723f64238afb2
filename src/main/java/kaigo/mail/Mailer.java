package kaigo.mail;

/** 送り手. The demo keeps what it would send; with serve it is {@link SmtpMailer}. */
public interface Mailer {

    /** Throws {@link MailNotSent} if no server took it. */
    void send(Mail mail);
}
