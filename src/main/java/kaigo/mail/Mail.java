package kaigo.mail;

/** @param to one address */
public record Mail(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Mail[…]";
    }
}
