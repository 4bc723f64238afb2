package kaigo.committee.web;

import java.time.Instant;
import java.util.Map;
import kaigo.access.rules.MeetingState;
import kaigo.committee.Material;
import kaigo.committee.Meeting;
import kaigo.committee.Receipt;
import kaigo.committee.Version;
import kaigo.committee.rules.Change;
import kaigo.committee.rules.PaperCase;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料一式 of the municipality.
 *
 * @param names of the members, by login; who is not in it has no account
 * @param typed the reason of a recall that was not taken
 * @param problem why something was not done, or null
 */
public record MaterialPage(
        Material material,
        Map<String, String> names,
        Instant now,
        boolean canReplace,
        String typed,
        @Nullable String problem,
        @Nullable String message) {

    public MeetingState state() {
        return material.meeting().state(now);
    }

    public boolean isRunning() {
        return state() == MeetingState.OPEN || state() == MeetingState.WAITING;
    }

    public String address() {
        return MaterialPages.PATH + "/" + material.meeting().id();
    }

    public static String state(Meeting meeting, Instant now) {
        return ScreenText.text("material.state." + meeting.state(now));
    }

    /** Class of the style sheet. */
    public static String mark(Meeting meeting, Instant now) {
        return switch (meeting.state(now)) {
            case WAITING -> "state state-wait";
            case OPEN -> "state state-run";
            case RECALLED -> "state state-warn";
            case ENDED -> "state state-over";
        };
    }

    public boolean hasAccount(Receipt receipt) {
        return names.containsKey(receipt.login());
    }

    public String name(Receipt receipt) {
        return names.getOrDefault(receipt.login(), ScreenText.text("material.noAccount"));
    }

    public static String change(Version version, PaperCase one) {
        Change change = version.changes().get(one.id());
        return change == null ? "—" : ScreenText.text("committee.change." + change);
    }

    @Override
    public String toString() {
        return "MaterialPage[" + material.meeting().id() + "]";
    }
}
