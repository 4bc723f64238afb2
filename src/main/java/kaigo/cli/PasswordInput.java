package kaigo.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** パスワードの入力: twice on a console, without showing it; else the first line of standard input. Never an argument. */
final class PasswordInput {

    private PasswordInput() {}

    static String read(Kiban kiban) throws IOException {
        Console console = System.console();
        if (kiban.in() == System.in && console != null && console.isTerminal()) {
            return typed(console);
        }
        String line = new BufferedReader(new InputStreamReader(kiban.in(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new CommandRefused("パスワードを標準入力の 1 行目に渡してください。 / Give the password on standard input.");
        }
        return line;
    }

    private static String typed(Console console) {
        char[] first = console.readPassword("パスワード / password: ");
        char[] again = console.readPassword("もう一度 / again: ");
        if (first == null || !Arrays.equals(first, again)) {
            throw new CommandRefused("2 回の入力が違います。 / The two differ.");
        }
        return new String(first);
    }
}
