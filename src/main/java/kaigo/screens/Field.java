package kaigo.screens;

import org.jspecify.annotations.Nullable;

/**
 * 入力欄: one field of a form with what was typed and what is wrong with it. Its label, hint and example are the texts
 * {@code field.NAME}, {@code field.NAME.hint} and {@code field.NAME.example}.
 *
 * @param type of the HTML input; {@code textarea} gives one of several lines
 * @param maxLength in UTF-16 units, as HTML counts
 * @param autocomplete what the browser may fill in, or null
 */
public record Field(
        String name,
        String type,
        String value,
        boolean required,
        int maxLength,
        @Nullable String autocomplete,
        @Nullable String error) {

    public static Field of(String name, String type, int maxLength) {
        return new Field(name, type, "", true, maxLength, null, null);
    }

    public static Field optional(String name, String type, int maxLength) {
        return new Field(name, type, "", false, maxLength, null, null);
    }

    public Field filled(@Nullable String typed) {
        return new Field(name, type, typed == null ? "" : typed, required, maxLength, autocomplete, error);
    }

    public Field completedBy(String token) {
        return new Field(name, type, value, required, maxLength, token, error);
    }

    public Field wrong(String why) {
        return new Field(name, type, value, required, maxLength, autocomplete, why);
    }

    public String label() {
        return ScreenText.text("field." + name);
    }

    public @Nullable String hint() {
        return ScreenText.find("field." + name + ".hint").orElse(null);
    }

    public @Nullable String example() {
        return ScreenText.find("field." + name + ".example").orElse(null);
    }

    /** Numbers get the number keys of a phone, but stay text: a leading zero counts. */
    public @Nullable String inputMode() {
        return type.equals("number") ? "numeric" : null;
    }

    public String inputType() {
        return type.equals("number") ? "text" : type;
    }

    /** Ids of everything that describes the field, or null. */
    public @Nullable String describedBy() {
        StringBuilder ids = new StringBuilder();
        append(ids, error, "-error");
        append(ids, hint(), "-hint");
        append(ids, example(), "-example");
        return ids.isEmpty() ? null : ids.toString().strip();
    }

    private void append(StringBuilder ids, @Nullable String text, String suffix) {
        if (text != null) {
            ids.append(' ').append(name).append(suffix);
        }
    }
}
