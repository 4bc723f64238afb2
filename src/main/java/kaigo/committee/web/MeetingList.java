package kaigo.committee.web;

import java.util.List;
import kaigo.committee.InvitedMeeting;
import kaigo.screens.ScreenText;

/** @param meetings the next one first */
public record MeetingList(List<InvitedMeeting> meetings) {

    /** How far the member is. */
    public static String progress(InvitedMeeting one) {
        if (one.meeting().viewing().allowsPages()) {
            return ScreenText.text("committee.progress", one.pagesRead(), one.pages());
        }
        return ScreenText.text("committee.progress.pdf", one.pages());
    }

    /** Whether there is a version that he has not opened. */
    public static boolean isNew(InvitedMeeting one) {
        Integer seen = one.seenVersion();
        return seen == null || seen < one.meeting().version();
    }
}
