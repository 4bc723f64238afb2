package kaigo.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.paper.PrintedForm.Bar;
import kaigo.paper.PrintedForm.Choice;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Option;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Value;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * 帳票の PDF: A4 sheets, each with the form's title, of whom it is, who printed it and its number among all. What does not
 * fit goes on on the next sheet. Lengths in points.
 */
public final class FormPdf {

    private static final float SIZE = 9;
    private static final float LEADING = 12.5f;
    private static final float NAME_WIDTH = 150;
    private static final float PADDING = 3;
    private static final float BESIDE = Sheets.WIDTH - NAME_WIDTH - 2 * PADDING;
    /** How much of what stands beside a name is a bar's figure. */
    private static final float FIGURE_WIDTH = 60;

    private static final float BAR_WIDTH = BESIDE - FIGURE_WIDTH - 2 * PADDING;
    private static final String GOES_ON = "（続き）";

    private final Sheets sheets;
    private final FormFont font;

    private FormPdf(Sheets sheets, FormFont font) {
        this.sheets = sheets;
        this.font = font;
    }

    /** The characters of the form that cannot be printed, each once; on paper 〓 stands for them. */
    public static List<String> missing(PrintedForm form) {
        return FormFont.missing(texts(form).collect(Collectors.joining()));
    }

    /** 「𠮷」（U+20BB7）, for whoever is asked. */
    public static String named(List<String> characters) {
        return characters.stream()
                .map(one -> "「%s」（U+%04X）".formatted(one, one.codePointAt(0)))
                .collect(Collectors.joining("、"));
    }

    public static void write(PrintedForm form, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            FormFont font = FormFont.of(document);
            Sheets sheets = new Sheets(document, font, form);
            FormPdf pdf = new FormPdf(sheets, font);
            for (Group group : form.groups()) {
                pdf.draw(group);
            }
            sheets.end();
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(form.head().title());
            document.setDocumentInformation(about);
            document.getDocumentCatalog().setLanguage("ja");
            document.save(out);
        }
    }

    private void draw(Group group) throws IOException {
        if (group.isApart()) {
            sheets.apart();
        }
        sheets.title(font.printable(group.title()));
        for (Line line : group.lines()) {
            switch (line) {
                case Value value -> row(value.name(), font.wrap(value.text(), SIZE, BESIDE));
                case Choice choice -> row(choice.name(), options(choice));
                case Bar bar -> bar(bar);
                case Prose prose -> prose(prose);
            }
        }
    }

    /** ■ stands before what was chosen. No line ends within an option that would fit into one. */
    private List<String> options(Choice choice) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (Option option : choice.options()) {
            String next = font.printable(marked(option));
            String longer = line.isEmpty() ? next : line + "　" + next;
            if (!line.isEmpty() && font.width(longer, SIZE) > BESIDE) {
                lines.addAll(font.wrap(line, SIZE, BESIDE));
                longer = next;
            }
            line = longer;
        }
        lines.addAll(font.wrap(line, SIZE, BESIDE));
        return lines;
    }

    private static String marked(Option option) {
        return (option.chosen() ? "■" : "□") + option.label();
    }

    /**
     * A name and what stands beside it.
     *
     * @return where on the sheet it begins
     */
    private float row(String name, List<String> lines) throws IOException {
        List<String> names = font.wrap(name, SIZE, NAME_WIDTH - 2 * PADDING);
        float height = Math.max(names.size(), lines.size()) * LEADING + 2 * PADDING;
        sheets.need(height);
        float top = sheets.top();
        sheets.box(top, height, NAME_WIDTH);
        sheets.lines(names, Sheets.LEFT + PADDING, top - PADDING, SIZE, LEADING);
        sheets.lines(lines, Sheets.LEFT + NAME_WIDTH + PADDING, top - PADDING, SIZE, LEADING);
        sheets.moveDown(height);
        return top;
    }

    /** The frame is as long as a bar can be. */
    private void bar(Bar bar) throws IOException {
        float top = row(bar.name(), List.of(font.printable(bar.text())));
        float left = NAME_WIDTH + PADDING + FIGURE_WIDTH;
        sheets.bar(left, top - PADDING - SIZE, BAR_WIDTH, BAR_WIDTH * (float) bar.part());
    }

    /** A name above a text that may go on on further sheets. */
    private void prose(Prose prose) throws IOException {
        List<String> left = font.wrap(prose.text(), SIZE, Sheets.WIDTH - 2 * PADDING);
        String name = font.printable(prose.name());
        while (!left.isEmpty()) {
            sheets.need(3 * LEADING + 2 * PADDING);
            int room = Math.max(1, (int) ((sheets.room() - 2 * PADDING) / LEADING) - 1);
            List<String> now = left.subList(0, Math.min(room, left.size()));
            float height = (now.size() + 1) * LEADING + 2 * PADDING;
            float top = sheets.top();
            sheets.box(top, height, 0);
            sheets.lines(List.of(name), Sheets.LEFT + PADDING, top - PADDING, SIZE, LEADING);
            sheets.lines(now, Sheets.LEFT + PADDING, top - PADDING - LEADING, SIZE, LEADING);
            sheets.moveDown(height);
            left = left.subList(now.size(), left.size());
            name = font.printable(prose.name()) + GOES_ON;
        }
    }

    private static Stream<String> texts(PrintedForm form) {
        Stream<String> head = Stream.of(
                form.head().title(),
                form.head().mark(),
                form.head().person() == null ? "" : form.head().person(),
                form.stamp().reader(),
                form.stamp().office());
        Stream<String> groups = form.groups().stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(group.title()), group.lines().stream().flatMap(FormPdf::texts)));
        return Stream.concat(head, groups);
    }

    private static Stream<String> texts(Line line) {
        return switch (line) {
            case Value value -> Stream.of(value.name(), value.text());
            case Bar bar -> Stream.of(bar.name(), bar.text());
            case Choice choice ->
                Stream.concat(
                        Stream.of(choice.name()), choice.options().stream().map(FormPdf::marked));
            case Prose prose -> Stream.of(prose.name(), prose.text());
        };
    }
}
