package kaigo.checkup;

import java.util.Optional;
import kaigo.checkup.rules.Found;
import kaigo.screens.ScreenText;

/** 段階の文: what a step is called, what is wrong with it and what to do next; the same on the screen and for the operator. */
public final class StepWords {

    private StepWords() {}

    public static String title(Found found) {
        return ScreenText.text("check.step." + found.step());
    }

    public static String result(Found found) {
        return ScreenText.text("check.result." + found.result());
    }

    /** None if nothing is wrong. */
    public static Optional<String> text(Found found) {
        return find(found, "");
    }

    public static Optional<String> next(Found found) {
        return find(found, ".next");
    }

    private static Optional<String> find(Found found, String suffix) {
        return found.why().isEmpty()
                ? Optional.empty()
                : ScreenText.find("check." + found.step() + "." + found.why() + suffix);
    }
}
