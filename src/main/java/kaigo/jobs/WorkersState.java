package kaigo.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * 働き手の様子, on this server, at this moment.
 *
 * @param count how many there should be; 0: there is nothing for them to do here
 * @param alive how many there are
 * @param sinceDone how long ago one of them last came to the end of a step, or null if none has yet
 * @param failures how many steps have failed since then
 */
public record WorkersState(
        String name, int count, int alive, @Nullable Duration sinceDone, int failures) {

    public boolean isWell() {
        return alive == count && failures == 0;
    }
}
