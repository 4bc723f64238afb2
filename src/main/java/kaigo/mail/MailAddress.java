package kaigo.mail;

import java.util.regex.Pattern;

/** メールアドレス: the form that is taken, narrower than the standard's. */
public final class MailAddress {

    public static final int LONGEST = 254;

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9._%+'=/&*!#$?^{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private MailAddress() {}

    public static boolean hasForm(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
