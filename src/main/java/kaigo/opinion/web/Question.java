package kaigo.opinion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.layout.CodeList;
import kaigo.layout.LayoutItem;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 設問 of a step: one item of the form, or several that the form puts under one heading, as 他科受診(内科), 他科受診(歯科).
 *
 * @param title of the heading
 */
public record Question(String title, List<Box> boxes) {

    private static final Pattern UNDER_HEADING = Pattern.compile("([^(]+)\\((.+)\\)");

    /** How an item is filled in. */
    public enum Kind {
        LINE,
        TEXT,
        DAY,
        TICK,
        CHOICE
    }

    /**
     * 欄.
     *
     * @param label below the heading
     * @param value as typed
     * @param options of a CHOICE, by code
     * @param saved what somebody else has saved instead, as people read it, or null
     * @param error null if nothing is wrong
     */
    public record Box(
            String code,
            String label,
            Kind kind,
            String value,
            boolean required,
            Map<String, String> options,
            @Nullable String saved,
            @Nullable String error) {

        public boolean isTicked() {
            return value.equals("1");
        }

        /** Ids of what the page says about it beside its label, or null. */
        public @Nullable String told() {
            String ids = Stream.of(
                            saved == null ? "" : "-saved", error != null ? "-error" : kind == Kind.DAY ? "-hint" : "")
                    .filter(end -> !end.isEmpty())
                    .map(end -> code + end)
                    .collect(Collectors.joining(" "));
            return ids.isEmpty() ? null : ids;
        }
    }

    /**
     * @param others what is saved of items in which something else was typed
     * @param wrong what is to be mended, by code
     */
    static List<Question> of(
            List<LayoutItem> items, Map<String, String> typed, Map<String, String> others, Map<String, Wrong> wrong) {
        List<Question> questions = new ArrayList<>();
        String heading = "";
        for (LayoutItem item : items) {
            Matcher under = UNDER_HEADING.matcher(item.name());
            boolean grouped = under.matches();
            String title = grouped ? under.group(1) : item.name();
            Box box = new Box(
                    item.code(),
                    grouped ? under.group(2) : item.name(),
                    kind(item),
                    typed.getOrDefault(item.code(), LetterCheck.unsaid(item)),
                    LetterCheck.isAsked(item),
                    options(item),
                    saved(item, others.get(item.code())),
                    said(item, wrong.get(item.code())));
            if (grouped && title.equals(heading)) {
                questions.getLast().boxes().add(box);
            } else {
                questions.add(new Question(title, new ArrayList<>(List.of(box))));
            }
            heading = grouped ? title : "";
        }
        return questions;
    }

    private static Map<String, String> options(LayoutItem item) {
        CodeList codes = item.codes();
        return codes == null ? Map.of() : codes.labels();
    }

    private static @Nullable String saved(LayoutItem item, @Nullable String other) {
        if (other == null) {
            return null;
        }
        return other.isEmpty() || other.equals(LetterCheck.unsaid(item))
                ? ScreenText.text("letter.saved.nothing")
                : LetterPage.value(item, other);
    }

    private static @Nullable String said(LayoutItem item, @Nullable Wrong wrong) {
        return wrong == null ? null : ScreenText.text("letter.wrong." + wrong, item.name());
    }

    private static Kind kind(LayoutItem item) {
        if (item.codes() != null) {
            return Kind.CHOICE;
        }
        return switch (item.type()) {
            case F -> Kind.TICK;
            case D -> Kind.DAY;
            case XL -> Kind.TEXT;
            default -> Kind.LINE;
        };
    }

    /** With the heading that it stands under. */
    String name(Box box) {
        return isSingle() ? title : title + "（" + box.label() + "）";
    }

    public boolean isSingle() {
        return boxes.size() == 1 && boxes.getFirst().label().equals(title);
    }

    @Override
    public String toString() {
        return "Question[" + title + "]";
    }
}
