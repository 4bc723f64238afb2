package kaigo.cli;

/** What every command that makes an account demands of it. */
final class Logins {

    static final String FORM = "英小文字・数字で始まり、英小文字・数字・. _ - の 2〜40 文字";

    private static final int LONGEST_MAIL = 254;

    private Logins() {}

    static void requireForm(String login, String name) {
        if (!login.matches("[a-z0-9][a-z0-9._-]{1,39}") || name.isBlank()) {
            throw new CommandRefused("ユーザーID は英小文字・数字・. _ - の 2〜40 文字です。氏名は空にできません。"
                    + " / The login has 2 to 40 of a-z 0-9 . _ -; a name is needed.");
        }
    }

    static void requireMail(String mail) {
        if (!mail.matches("[^@\\s]+@[^@\\s]+") || mail.length() > LONGEST_MAIL) {
            throw new CommandRefused("--mail はメールアドレスです。サインインのたびに、ここへコードを送ります。 / --mail is a mail address.");
        }
    }

    /** @param check throws IllegalArgumentException if the password is too weak */
    static void requireStrong(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException weak) {
            throw new CommandRefused("パスワードは 12〜128 文字で、よく使われるものや漏れたものでないものにしてください。 / Too weak: " + weak.getMessage());
        }
    }
}
