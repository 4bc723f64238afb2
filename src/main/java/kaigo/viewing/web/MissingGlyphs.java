package kaigo.viewing.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The characters that have no glyph, and where the print goes on without them. */
public record MissingGlyphs(String handle, PrintWanted wanted, List<String> characters) {

    /** 「𠮷」（U+20BB7）. */
    public String named() {
        return characters.stream()
                .map(one -> "「%s」（U+%04X）".formatted(one, one.codePointAt(0)))
                .collect(Collectors.joining("、"));
    }

    public String anyway() {
        return PersonPage.PATH + handle + "/print/" + wanted.form() + "?anyway=true"
                + also("application", wanted.application()) + also("kind", wanted.kind());
    }

    private static String also(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + value;
    }

    @Override
    public String toString() {
        return "MissingGlyphs[…]";
    }
}
