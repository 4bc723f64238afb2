package kaigo.documents.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import kaigo.documents.DocumentProblem;
import kaigo.documents.Pdfs;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCheckTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 300})
    void a_sound_document_has_its_pages(int pages) {
        assertThat(PdfCheck.check(Pdfs.plain(pages, "text"))).isEqualTo(Answer.sound(pages));
    }

    @Test
    void an_object_without_a_value_and_a_reference_to_nothing_are_no_harm() {
        assertThat(PdfCheck.check(hidden("null"))).isEqualTo(Answer.sound(1));
        assertThat(PdfCheck.check(page("/Resources 9 0 R"))).isEqualTo(Answer.sound(1));
    }

    @Test
    void a_link_to_a_page_or_to_the_web_is_no_harm() {
        assertThat(PdfCheck.check(Pdfs.catalog("OpenAction", Pdfs.action("GoTo"))))
                .isEqualTo(Answer.sound(1));
        assertThat(PdfCheck.check(annotated("Link", Pdfs.action("URI")))).isEqualTo(Answer.sound(1));
    }

    static Stream<Arguments> bad() {
        COSDictionary names = new COSDictionary();
        names.setItem("EmbeddedFiles", new COSDictionary());
        COSDictionary form = new COSDictionary();
        form.setItem("XFA", new COSString("<xdp/>"));
        COSDictionary rendition = Pdfs.action("Named");
        rendition.setItem("JS", new COSString("app.alert(1)"));
        return Stream.of(
                Arguments.of("text", utf8("1,1,M12,2.02\r\n"), DocumentProblem.NOT_A_PDF),
                Arguments.of("nothing", new byte[0], DocumentProblem.NOT_A_PDF),
                Arguments.of("something before it", concatenated("MZ", tree("[3 0 R]")), DocumentProblem.NOT_A_PDF),
                Arguments.of("only a beginning", utf8("%PDF-1.7\n"), DocumentProblem.BROKEN),
                Arguments.of("nothing between", utf8("%PDF-1.7\n%%EOF\n"), DocumentProblem.BROKEN),
                Arguments.of("password", Pdfs.encrypted("secret"), DocumentProblem.ENCRYPTED),
                Arguments.of("rights without a password", Pdfs.encrypted(""), DocumentProblem.ENCRYPTED),
                Arguments.of("no page", Pdfs.with(document -> document.removePage(0)), DocumentProblem.NO_PAGES),
                Arguments.of("script when opened", Pdfs.script(), DocumentProblem.JAVASCRIPT),
                Arguments.of(
                        "script of a link", annotated("Link", Pdfs.action("JavaScript")), DocumentProblem.JAVASCRIPT),
                Arguments.of("script of another action", annotated("Link", rendition), DocumentProblem.JAVASCRIPT),
                Arguments.of("named scripts", Pdfs.catalog("Names", scripts()), DocumentProblem.JAVASCRIPT),
                Arguments.of("hidden script", hidden("<</S/JavaScript>>"), DocumentProblem.JAVASCRIPT),
                Arguments.of("program", Pdfs.catalog("OpenAction", Pdfs.action("Launch")), DocumentProblem.LAUNCH),
                Arguments.of("named files", Pdfs.catalog("Names", names), DocumentProblem.EMBEDDED_FILE),
                Arguments.of("attached file", annotated("FileAttachment", null), DocumentProblem.EMBEDDED_FILE),
                Arguments.of("file", hidden("<</F(a)/EF<</F 3 0 R>>>>"), DocumentProblem.EMBEDDED_FILE),
                Arguments.of("film", annotated("RichMedia", null), DocumentProblem.RICH_MEDIA),
                Arguments.of("sound", annotated("Sound", null), DocumentProblem.RICH_MEDIA),
                Arguments.of("dynamic form", Pdfs.catalog("AcroForm", form), DocumentProblem.XFA),
                Arguments.of("tree without an end", tree("[2 0 R]"), DocumentProblem.BROKEN),
                Arguments.of("a page twice", tree("[3 0 R 3 0 R]"), DocumentProblem.BROKEN),
                Arguments.of("a page that is not there", tree("[3 0 R 9 0 R]"), DocumentProblem.BROKEN),
                Arguments.of("content that is not there", page("/Contents 9 0 R"), DocumentProblem.BROKEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_document_is_refused_by_name(String what, byte[] pdf, DocumentProblem problem) {
        assertThat(PdfCheck.check(pdf)).isEqualTo(Answer.refused(problem));
    }

    @Test
    void wherever_a_document_is_cut_off_it_is_refused() {
        byte[] whole = Pdfs.plain(3, "text");
        for (int length = 1; length < whole.length - "%%EOF".length(); length += 7) {
            assertThat(PdfCheck.check(Arrays.copyOf(whole, length)).refused())
                    .as("%s of %s bytes", length, whole.length)
                    .isNotNull();
        }
    }

    @Test
    void deep_nesting_is_refused() {
        byte[] pdf = hidden("[".repeat(100_000) + "]".repeat(100_000));
        assertThat(PdfCheck.check(pdf)).isEqualTo(Answer.refused(DocumentProblem.BROKEN));
    }

    private static byte[] annotated(String subtype, @org.jspecify.annotations.Nullable COSDictionary action) {
        COSDictionary annotation = new COSDictionary();
        annotation.setName(COSName.SUBTYPE, subtype);
        annotation.setItem(COSName.A, action);
        COSArray annotations = new COSArray();
        annotations.add(annotation);
        return Pdfs.with(
                (PDDocument document) -> document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, annotations));
    }

    private static COSDictionary scripts() {
        COSDictionary names = new COSDictionary();
        names.setItem("JavaScript", new COSDictionary());
        return names;
    }

    /** In an object that nothing leads to. */
    private static byte[] hidden(String object) {
        return Pdfs.raw("[3 0 R]", "", object);
    }

    private static byte[] tree(String kids) {
        return Pdfs.raw(kids, "");
    }

    private static byte[] page(String entry) {
        return Pdfs.raw("[3 0 R]", entry);
    }

    private static byte[] concatenated(String before, byte[] pdf) {
        return utf8(before + new String(pdf, StandardCharsets.ISO_8859_1));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
