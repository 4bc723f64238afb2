package kaigo.mail;

/** No mail server is named, or it did not take the mail. */
public final class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MailNotSent(String why) {
        super(why);
    }
}
