package kaigo.committee;

import org.jspecify.annotations.Nullable;

/**
 * 担当の審査会: a meeting in a member's own list.
 *
 * @param seenVersion the newest that he opened
 * @param pages of the version that is shown
 * @param pagesRead how many of them he has read
 */
public record InvitedMeeting(Meeting meeting, @Nullable Integer seenVersion, int pages, int pagesRead) {

    public boolean isRecalled() {
        return meeting.recall() != null;
    }
}
