package kaigo.accesslog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 一行, in words.
 *
 * @param who organisation or kind of viewer
 * @param number of the organisation, or empty
 * @param jobs 職種, or empty
 * @param login or empty
 * @param what what was done
 * @param why purpose, answer or what was said, or null
 * @param persons numbers that may be shown
 * @param count how many persons, 0 where it may not be shown or is told by the numbers
 * @param granted kinds that were opened, each with its ground
 * @param refused kinds that stayed closed, each with its reason
 * @param remote 接続元, or null where it may not be shown or is not known
 */
public record Row(
        String at,
        String who,
        String number,
        String jobs,
        String login,
        String what,
        @Nullable String why,
        List<String> persons,
        int count,
        List<String> granted,
        List<String> refused,
        @Nullable String remote,
        String requestId) {}
