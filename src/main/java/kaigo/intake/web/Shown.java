package kaigo.intake.web;

import kaigo.intake.DayReport;
import kaigo.intake.Handling;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Status;
import kaigo.intake.rules.InterfaceState;
import kaigo.layout.Finding;
import kaigo.layout.FindingText;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.screens.ScreenText;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** How files and results are shown. */
public final class Shown {

    private Shown() {}

    /** Class of the style sheet for a 処理ステータス. */
    public static String state(Status status) {
        return switch (status) {
            case RECEIVED, WAITING_FOR_M01 -> "state state-wait";
            case WORKING, LINKING -> "state state-run";
            case NORMAL -> "state state-done";
            case WARNING -> "state state-warn";
            case ERROR, REFUSED -> "state state-fail";
        };
    }

    /** A page that asks again and gets this leaves everything, the reader's focus too, where it is. */
    static ModelAndView nothingNew() {
        ModelAndView none = new ModelAndView((model, request, response) -> {});
        none.setStatus(HttpStatus.NO_CONTENT);
        return none;
    }

    /** Class of the style sheet for the state of an interface on a day. */
    public static String state(InterfaceState state) {
        return switch (state) {
            case NOT_YET, RECEIVED, WAITING -> "state state-wait";
            case WORKING -> "state state-run";
            case FAILED -> "state state-fail";
            case DONE -> "state state-done";
        };
    }

    /** まだ on today's page, 届いていません on another. */
    public static String label(InterfaceState state, DayReport day) {
        boolean missing = state == InterfaceState.NOT_YET && !day.isToday();
        return ScreenText.text(missing ? "day.state.NOT_YET.past" : "day.state." + state);
    }

    /** {@code staff:442012/tanaka} → tanaka; a system of the insurer and a 国保連合会 are called so. */
    public static String sender(ReceivedFile file) {
        String by = file.reception().by();
        String login = by.substring(by.indexOf('/') + 1);
        return switch (by.substring(0, by.indexOf(':'))) {
            case "staff" -> login;
            case "vendor" -> ScreenText.text("setup.vendor", login);
            case "federation" -> ScreenText.text("files.federation");
            default -> ScreenText.text("files.system");
        };
    }

    public static String name(ReceivedFile file) {
        String name = file.name();
        return name == null ? ScreenText.text("files.noName") : name;
    }

    public static Layout layout(ReceivedFile file) {
        return Layouts.find(file.interfaceId(), file.version()).orElseThrow();
    }

    /** Whether its records are compared and not registered. */
    public static boolean isCompared(ReceivedFile file) {
        return Handling.find(file.interfaceId()).orElseThrow() instanceof Handling.Compare;
    }

    public static FindingText text(Finding finding, ReceivedFile file) {
        return FindingText.of(finding, layout(file));
    }

    /** 新規, 更新, 削除; what else was sent stands as it is. */
    public static String updateType(@Nullable String code) {
        return code == null
                ? ""
                : UpdateType.ofCode(code).map(UpdateType::label).orElse(code);
    }
}
