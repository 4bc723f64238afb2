package kaigo.viewing.web;

import java.util.List;
import java.util.stream.Collectors;

/** The characters that have no glyph, and where the print goes on without them. */
public record MissingGlyphs(String handle, PrintWanted wanted, List<String> characters) {

    /** 「𠮷」（U+20BB7）. */
    public String named() {
        return characters.stream()
                .map(one -> "「%s」（U+%04X）".formatted(one, one.codePointAt(0)))
                .collect(Collectors.joining("、"));
    }

    public String anyway() {
        String application = wanted.application() == null ? "" : "&application=" + wanted.application();
        return PersonPage.PATH + handle + "/print/" + wanted.form() + "?anyway=true" + application;
    }

    @Override
    public String toString() {
        return "MissingGlyphs[…]";
    }
}
