package kaigo.viewing.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 印を付ける欄: an item that is one of several boxes of a question, 1-1 麻痺等の有無(左上肢) or 6 点滴の管理.
 *
 * @param label what stands beside the box
 */
record Box(String question, String label) {

    private static final Pattern OF_A_QUESTION = Pattern.compile("([^(]+)\\((.+)\\)");
    private static final Pattern TREATMENT = Pattern.compile("6 (.+)");

    /** Null for every other item. */
    static @Nullable Box of(LayoutItem item) {
        if (item.type() != ItemType.F) {
            return null;
        }
        Matcher box = OF_A_QUESTION.matcher(item.name());
        if (box.matches()) {
            return new Box(box.group(1), box.group(2));
        }
        Matcher treatment = TREATMENT.matcher(item.name());
        return treatment.matches() ? new Box(ScreenText.text("entry.treatments"), treatment.group(1)) : null;
    }
}
