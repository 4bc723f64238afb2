package kaigo.paper;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * 閲覧の印: who looks at a picture, and when, written into it: in a line above and below, and faintly across. No more pictures at
 * a time than half of the processors have room for: the memory for it has an end, and others go on beside it.
 */
public final class ReaderMark {

    /** Of a side: what is larger was not drawn here. */
    private static final int LARGEST = 2200;

    private static final Color INK = new Color(0x33, 0x33, 0x33);
    private static final float FAINT = 0.09f;
    private static final int ACROSS = 3;

    private final GlyphPaths glyphs = new GlyphPaths();
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * @param jpeg drawn by our own process
     * @throws IllegalArgumentException if it is no picture of a page
     */
    public byte[] on(byte[] jpeg, String text) {
        turns.acquireUninterruptibly();
        try {
            BufferedImage picture = read(jpeg);
            Graphics2D ink = picture.createGraphics();
            ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            lines(ink, picture, text);
            across(ink, picture, text);
            ink.dispose();
            return Jpeg.write(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(in);
            if (reader.getWidth(0) > LARGEST || reader.getHeight(0) > LARGEST) {
                throw new IllegalArgumentException("no picture of a page");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private void lines(Graphics2D ink, BufferedImage picture, String text) {
        float size = Math.max(12, Math.min(picture.getWidth(), picture.getHeight()) / 60f);
        int height = Math.round(size * 1.6f);
        for (int top : new int[] {0, picture.getHeight() - height}) {
            ink.setColor(Color.WHITE);
            ink.setComposite(AlphaComposite.SrcOver.derive(0.8f));
            ink.fillRect(0, top, picture.getWidth(), height);
            ink.setComposite(AlphaComposite.SrcOver);
            ink.setColor(INK);
            float x = (picture.getWidth() - glyphs.width(text, size)) / 2;
            glyphs.draw(ink, text, size, AffineTransform.getTranslateInstance(x, top + size * 1.15f));
        }
    }

    private void across(Graphics2D ink, BufferedImage picture, String text) {
        float size = picture.getWidth() * 0.8f / glyphs.width(text, 1);
        ink.setColor(INK);
        ink.setComposite(AlphaComposite.SrcOver.derive(FAINT));
        for (int i = 1; i <= ACROSS; i++) {
            AffineTransform place = AffineTransform.getTranslateInstance(
                    picture.getWidth() * 0.12, picture.getHeight() * (i / (ACROSS + 0.6)));
            place.rotate(Math.toRadians(-15));
            glyphs.draw(ink, text, size, place);
        }
    }
}
