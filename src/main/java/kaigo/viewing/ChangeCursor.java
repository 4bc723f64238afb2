package kaigo.viewing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * 更新の続きの印: since when a viewer wants to know of changes, and how far it has come in its list. It stands for no right:
 * a made-up one only asks about another time.
 *
 * @param since of all pages of one round
 * @param after the person before the next page, or null at the first one
 * @param begun what the first page of this round saw: the next round goes on from there
 */
public record ChangeCursor(
        Since since, @Nullable PersonKey after, @Nullable Since begun) {

    /** From the beginning. */
    public static final ChangeCursor ALL = new ChangeCursor(new Since(0, Instant.EPOCH), null, null);

    private static final Pattern TOKEN =
            Pattern.compile("([0-9]{1,18})\\.([0-9]{1,13})(?:~([A-Za-z0-9_-]{43})~([0-9]{1,18})\\.([0-9]{1,13}))?");

    /**
     * What a look had seen.
     *
     * @param transaction every change of an earlier one had been seen: the oldest that was under way (docs/decisions/0024)
     * @param at the server's clock
     */
    public record Since(long transaction, Instant at) {

        private String token() {
            return transaction + "." + at.toEpochMilli();
        }
    }

    /** A token of an earlier answer, or an instant as in RFC 3339. */
    public static Optional<ChangeCursor> parse(String text, PersonHandles handles) {
        Matcher token = TOKEN.matcher(text);
        if (token.matches()) {
            Since since = since(token, 1);
            return token.group(3) == null
                    ? Optional.of(new ChangeCursor(since, null, null))
                    : handles.find(token.group(3)).map(after -> new ChangeCursor(since, after, since(token, 4)));
        }
        try {
            return Optional.of(new ChangeCursor(
                    new Since(Long.MAX_VALUE, OffsetDateTime.parse(text).toInstant()), null, null));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * @param seen by the look that just ended
     * @param next the last person of its page, or null if there is no further one
     */
    ChangeCursor next(Since seen, @Nullable PersonKey next) {
        Since first = Objects.requireNonNullElse(begun, seen);
        return next == null ? new ChangeCursor(first, null, null) : new ChangeCursor(since, next, first);
    }

    public String token(PersonHandles handles) {
        return after == null || begun == null
                ? since.token()
                : since.token() + "~" + handles.of(after) + "~" + begun.token();
    }

    private static Since since(Matcher token, int group) {
        return new Since(
                Long.parseLong(token.group(group)), Instant.ofEpochMilli(Long.parseLong(token.group(group + 1))));
    }
}
