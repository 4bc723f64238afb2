package kaigo.viewing.web;

import kaigo.filing.FilingReply;
import kaigo.filing.rules.Filing;
import kaigo.filing.rules.FilingKind;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 届出の提出, or its end, for one kind.
 *
 * @param refused why nothing was sent; null before
 */
public record FilingPage(
        PersonPage<FilingView> person,
        FilingKind kind,
        @Nullable FilingForm form,
        @Nullable Field endedOn,
        String once,
        @Nullable FilingReply refused) {

    public boolean isWrong() {
        return refused != null || form != null && form.isWrong() || endedOn != null && endedOn.error() != null;
    }

    public @Nullable String problem() {
        return refused == null ? null : said(refused);
    }

    /** The refusal with what to do, and of a municipality that takes nothing yet with its day. */
    public static String said(FilingReply refused) {
        return refused.sentence() + refused.answer().nextStep();
    }

    public String name() {
        return ScreenText.text("filing.kind." + kind);
    }

    public String address() {
        return PersonPage.PATH + person.handle() + "/filing/" + kind.path();
    }

    /** What holds now, or null. */
    public @Nullable Filing active() {
        FilingView view = person.first().content();
        return view == null ? null : view.active(kind).orElse(null);
    }

    /** Another office's: this one takes its place. */
    public boolean supersedes() {
        Filing active = active();
        FilingView view = person.first().content();
        return active != null
                && view != null
                && view.office() != null
                && !active.made().isOf(view.office());
    }

    @Override
    public String toString() {
        return "FilingPage[…]";
    }
}
