package kaigo.viewing.web;

import java.util.List;
import kaigo.paper.FormPdf;
import org.jspecify.annotations.Nullable;

/** The characters that have no glyph, and where the print goes on without them. */
public record MissingGlyphs(String handle, PrintWanted wanted, List<String> characters) {

    public String named() {
        return FormPdf.named(characters);
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
