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
 * @param row of the form in which it stands, if the question has several
 * @param label what stands beside the box
 * @param number of the box on the form; 0: it has none
 */
record Box(String question, String row, String label, int number) {

    private static final Pattern OF_A_QUESTION = Pattern.compile("([^(]+)\\((.+)\\)");
    private static final Pattern TREATMENT = Pattern.compile("6 (.+)");
    /** Of 基本調査 the item's code ends with the number on the form: {@code q1_1_2}. */
    private static final Pattern NUMBER = Pattern.compile("q[0-9_]*_([0-9]+)");

    /** The first of 特別な対応; those before are 処置内容. */
    private static final int FIRST_RESPONSE = 10;

    /** Null for every other item. */
    static @Nullable Box of(LayoutItem item) {
        if (item.type() != ItemType.F) {
            return null;
        }
        Matcher digits = NUMBER.matcher(item.code());
        int number = digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
        Matcher box = OF_A_QUESTION.matcher(item.name());
        if (box.matches()) {
            return new Box(box.group(1), "", box.group(2), number);
        }
        Matcher treatment = TREATMENT.matcher(item.name());
        if (!treatment.matches()) {
            return null;
        }
        String row = ScreenText.text(number < FIRST_RESPONSE ? "entry.treatments.acts" : "entry.treatments.responses");
        return new Box(ScreenText.text("entry.treatments"), row, treatment.group(1), number);
    }

    /** The question as a line of the form. */
    String line() {
        return row.isEmpty() ? question : question + "\n" + row;
    }

    /** 2.左上肢. */
    String numbered() {
        return number == 0 ? label : number + "." + label;
    }

    /** Whether its question begins with 「1.ない」, which is no item of its own. */
    boolean followsNone() {
        return number == 2;
    }
}
