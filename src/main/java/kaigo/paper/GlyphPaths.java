package kaigo.paper;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Letters of our own font as outlines: needs no font of the machine. */
final class GlyphPaths {

    /** @param advance of an em */
    private record Glyph(Shape outline, float advance) {}

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float em;
    private final Map<Integer, Glyph> known = new HashMap<>();

    GlyphPaths() {
        try {
            this.font = FormFont.parse();
            this.characters = font.getUnicodeCmapLookup();
            this.em = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(c -> glyph(c).advance()).sum() * size;
    }

    /** @param place of the beginning of the base line */
    void draw(Graphics2D ink, String text, float size, AffineTransform place) {
        AffineTransform at = new AffineTransform(place);
        at.scale(size, -size);
        for (int c : text.codePoints().toArray()) {
            Glyph glyph = glyph(c);
            ink.fill(at.createTransformedShape(glyph.outline()));
            at.translate(glyph.advance(), 0);
        }
    }

    /** What has no glyph leaves a blank. */
    private synchronized Glyph glyph(int character) {
        return known.computeIfAbsent(character, c -> {
            try {
                int id = characters.getGlyphId(c);
                GlyphData data = id == 0 ? null : font.getGlyph().getGlyph(id);
                Shape outline = data == null ? new GeneralPath() : data.getPath();
                return new Glyph(
                        AffineTransform.getScaleInstance(1 / em, 1 / em).createTransformedShape(outline),
                        font.getAdvanceWidth(id) / em);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
