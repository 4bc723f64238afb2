package kaigo.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kaigo.paper.PrintedForm.Bar;
import kaigo.paper.PrintedForm.Choice;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Option;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.paper.PrintedForm.Value;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FormPdfTest {

    private static final Stamp STAMP = new Stamp("見本　計　cm", "架空居宅　4400100014", "令和8年11月20日 9:05", "01a1-22");

    @Test
    void every_sheet_says_what_it_is_of_whom_who_printed_it_and_its_number() throws IOException {
        List<Line> lines = IntStream.rangeClosed(1, 80)
                .mapToObj(i -> (Line) new Value("項目" + i, "値" + i))
                .toList();
        List<String> sheets = sheets(form(lines));
        assertThat(sheets).hasSize(3);
        for (int i = 0; i < sheets.size(); i++) {
            assertThat(sheets.get(i))
                    .contains("認定調査票", "様式に準じた表示", "架空　太郎", "見本　計", "令和8年11月20日 9:05", "01a1-22")
                    .contains((i + 1) + " / " + sheets.size());
        }
        String all = String.join("\n", sheets);
        assertThat(IntStream.rangeClosed(1, 80).mapToObj(i -> "値" + i).toList())
                .as("nothing is lost between two sheets")
                .allMatch(all::contains);
    }

    @Test
    void of_a_choice_all_options_stand_there_and_the_chosen_ones_are_marked() throws IOException {
        Choice choice = new Choice("1-3 寝返り", List.of(new Option("1.できる", false), new Option("2.できない", true)));
        assertThat(sheets(form(List.of(choice))).getFirst()).contains("□1.できる", "■2.できない");
    }

    @Test
    void a_bar_is_drawn_beside_its_figure() throws IOException {
        PrintedForm form = form(List.of(new Bar("食事", "55.0分", 0.5)));
        assertThat(sheets(form).getFirst()).contains("55.0分");
        try (PDDocument document = Loader.loadPDF(pdf(form))) {
            BufferedImage image = new PDFRenderer(document).renderImage(0);
            int dark = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                int column = x;
                dark += IntStream.range(80, 160)
                                        .filter(y -> (image.getRGB(column, y) & 0xFF) == 0x59)
                                        .count()
                                > 4
                        ? 1
                        : 0;
            }
            assertThat(dark).as("half of the length that a bar can have").isBetween(140, 149);
        }
    }

    @Test
    void a_group_that_stands_apart_begins_a_sheet() throws IOException {
        List<Line> line = List.of(new Value("名", "値"));
        Group group = new Group("証", line, true);
        PrintedForm form = new PrintedForm(new Head("介護保険の証", "確認用写し", null), List.of(group, group), STAMP);
        assertThat(sheets(form)).hasSize(2);
    }

    @Test
    void a_long_text_goes_on_on_further_sheets_and_says_so() throws IOException {
        String text = IntStream.rangeClosed(1, 400)
                .mapToObj(i -> "第" + i + "文は、つづきます。")
                .collect(Collectors.joining());
        List<String> sheets = sheets(form(List.of(new Prose("特記事項", text), new Value("次", "ここまで"))));
        assertThat(sheets.size()).isGreaterThan(1);
        assertThat(sheets.get(1)).contains("特記事項（続き）");
        String all = String.join("", sheets).replaceAll("\\s", "");
        assertThat(IntStream.rangeClosed(1, 400).mapToObj(i -> "第" + i + "文").toList())
                .filteredOn(one -> !all.contains(one))
                .hasSizeLessThan(sheets.size() + 1); // one may be cut by the edge of a sheet
        assertThat(sheets.getLast()).contains("ここまで");
    }

    @Test
    void a_character_without_a_glyph_is_named_and_another_stands_in_its_place() throws IOException {
        PrintedForm form = form(List.of(new Value("氏名", "𠮷田　髙志\uDB40\uDD00"), new Value("字", "亜\uE000")));
        assertThat(FormPdf.missing(form)).containsExactly("𠮷", "\uE000");
        assertThat(sheets(form).getFirst()).contains("〓田　髙志");
        assertThat(FormPdf.missing(form(List.of(new Value("氏名", "鷗外　薰"))))).isEmpty();
    }

    @Test
    void no_line_begins_with_a_closing_mark() throws IOException {
        try (PDDocument document = new PDDocument()) {
            FormFont font = FormFont.of(document);
            List<String> lines = font.wrap("あいうえお。かきくけこ", 10, 50);
            assertThat(lines).containsExactly("あいうえ", "お。かきく", "けこ");
            assertThat(font.wrap("あ\nい", 10, 50)).containsExactly("あ", "い");
        }
    }

    @Test
    void the_ink_stays_within_the_margins() throws IOException {
        List<Line> lines = List.of(new Value("長い名前の項目".repeat(5), "長い値".repeat(80)), new Prose("文", "文".repeat(2000)));
        try (PDDocument document = Loader.loadPDF(pdf(form(lines)))) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = new PDFRenderer(document).renderImage(page);
                for (int y = 0; y < image.getHeight(); y++) {
                    for (int x = 0; x < image.getWidth(); x++) {
                        boolean within = x > 36 && x < image.getWidth() - 36 && y > 30 && y < image.getHeight() - 12;
                        if (!within) {
                            assertThat(image.getRGB(x, y) & 0xFFFFFF)
                                    .as("%d,%d", x, y)
                                    .isEqualTo(0xFFFFFF);
                        }
                    }
                }
            }
        }
    }

    private static PrintedForm form(List<Line> lines) {
        return new PrintedForm(new Head("認定調査票", "様式に準じた表示", "氏名　架空　太郎"), List.of(new Group("基本調査", lines)), STAMP);
    }

    private static byte[] pdf(PrintedForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormPdf.write(form, out);
        return out.toByteArray();
    }

    private static List<String> sheets(PrintedForm form) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(form))) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> text(document, page))
                    .toList();
        }
    }

    private static String text(PDDocument document, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
