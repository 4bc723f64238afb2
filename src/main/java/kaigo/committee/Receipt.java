package kaigo.committee;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 閲覧の状況 of a member: that he has read, never what he thinks.
 *
 * @param seenVersion the newest that he opened
 * @param pagesRead of the version that is shown
 * @param levels how many cases he has entered a level for
 * @param told when the newest mail went out
 */
public record Receipt(
        String login,
        boolean chair,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Integer seenVersion,
        int pagesRead,
        @Nullable Instant downloadedAt,
        @Nullable Integer downloadedVersion,
        int levels,
        @Nullable Instant told) {}
