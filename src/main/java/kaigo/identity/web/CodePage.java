package kaigo.identity.web;

import kaigo.identity.OneTimeCodes;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * ワンタイムコードの入力, of whoever signs in with one.
 *
 * @param problem why the last try was refused, or null
 * @param path where the code goes
 * @param beginning where to begin anew
 */
public record CodePage(Field code, @Nullable String problem, String path, String beginning) {

    public long minutes() {
        return OneTimeCodes.LIFE.toMinutes();
    }
}
