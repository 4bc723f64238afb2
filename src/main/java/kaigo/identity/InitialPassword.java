package kaigo.identity;

import java.security.SecureRandom;
import java.time.Duration;

/** 仮パスワード: made by the machine, read by a person once, typed once, changed at the first sign-in. */
final class InitialPassword {

    /** How long it may be used [P]. */
    static final Duration LIFE = Duration.ofDays(14);

    /** Nothing that looks like something else: no 0 and o, no 1, i and l. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int LETTERS_OF_A_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InitialPassword() {}

    /** k7mp-4xqt-9hwd-3vnr: about 79 bits. */
    static String make() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * LETTERS_OF_A_GROUP; i++) {
            if (i > 0 && i % LETTERS_OF_A_GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
