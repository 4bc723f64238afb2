package kaigo.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.PersonKey;
import kaigo.insured.Banner;
import kaigo.intake.FullRecords;
import kaigo.paper.FormPdf;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.paper.PrintedForm.Value;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.PersonFiles;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;
import kaigo.viewing.web.PrintedForms.PrintRequest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each form as an image, beside one that was looked at ({@code src/test/resources/forms}). After a wanted change: run with
 * -Dforms.write=true, look at the images, commit them.
 */
class PrintedFormsTest {

    private static final Path LOOKED_AT = Path.of("src", "test", "resources", "forms");
    private static final boolean IS_WRITTEN = Boolean.getBoolean("forms.write");
    private static final float DPI = 60;
    /** Of all pixels so many may differ: how edges are smoothed is not the same everywhere. */
    private static final double TOLERANCE = 0.004;

    private static final int VISIBLE = 96;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);

    @BeforeEach
    void a_person_whom_the_office_has_verified() {
        TestServer.start(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
    }

    @ParameterizedTest
    @CsvSource({"SURVEY,A", "OPINION,A", "OPINION,B", "COMMITTEE_SHEET,A", "CARDS,A", "CONSENT,A"})
    void looks_as_it_was_looked_at(Printout printout, String version) throws IOException {
        send(version);
        PersonKey person = new PersonKey(insurer, InsuredNumber.of(FullRecords.PERSON));
        Leaf leaf = TestServer.bean(PersonFiles.class)
                .print(office.viewer(), person, printout)
                .value();
        PrintedForm form = form(printout, leaf, null, "大分県大分市架空町1-2-3");
        assertThat(FormPdf.missing(form)).isEmpty();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FormPdf.write(form, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            String texts = TextPlaces.of(document);
            Path placed = LOOKED_AT.resolve(printout.name().toLowerCase(Locale.ROOT) + "-" + version + ".txt");
            if (IS_WRITTEN) {
                Files.writeString(placed, texts);
            }
            assertThat(texts).as("what stands where").isEqualTo(Files.readString(placed));
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                String name = printout.name().toLowerCase(Locale.ROOT) + "-" + version + "-" + (i + 1) + ".png";
                compare(new PDFRenderer(document).renderImageWithDPI(i, DPI), LOOKED_AT.resolve(name));
            }
            assertThat(LOOKED_AT.resolve(printout.name().toLowerCase(Locale.ROOT) + "-" + version + "-"
                            + (document.getNumberOfPages() + 1) + ".png"))
                    .as("no further sheet")
                    .doesNotExist();
        }
    }

    @Test
    void a_certificate_is_printed_alone_with_the_boxes_that_are_its_own() {
        send("B");
        Leaf leaf = TestServer.bean(PersonFiles.class)
                .print(
                        office.viewer(),
                        new PersonKey(insurer, InsuredNumber.of(FullRecords.PERSON)),
                        Printout.REDUCTION)
                .value();
        PrintedForm form = form(Printout.REDUCTION, leaf, "kind-03", "大分県");
        assertThat(form.groups()).hasSize(1);
        assertThat(form.groups().getFirst().title()).isEqualTo("社会福祉法人等利用者負担軽減確認証");
        assertThat(names(form))
                .contains("被保険者番号", "住所", "フリガナ", "氏名", "生年月日", "性別", "確認番号", "軽減率・減額割合", "軽減対象")
                .doesNotContain("利用者負担段階", "食費負担限度額(施設)", "給付率");
        assertThat(names(form(Printout.REDUCTION, leaf, "kind-02", "大分県")))
                .contains("給付率")
                .doesNotContain("確認番号", "軽減対象");
    }

    @Test
    void without_an_address_in_the_banner_there_is_none_on_the_copy() {
        send("B");
        Leaf leaf = TestServer.bean(PersonFiles.class)
                .print(
                        office.viewer(),
                        new PersonKey(insurer, InsuredNumber.of(FullRecords.PERSON)),
                        Printout.INSURANCE_CARD)
                .value();
        assertThat(form(Printout.INSURANCE_CARD, leaf, "insurance", null)
                        .groups()
                        .getFirst()
                        .lines())
                .contains(new Value("住所", "表示できません"));
    }

    private static List<String> names(PrintedForm form) {
        return form.groups().stream()
                .flatMap(group -> group.lines().stream())
                .map(Line::name)
                .toList();
    }

    /** All that there is to print, the nine kinds of M04 among it. */
    private void send(String version) {
        records.send("M02", SampleForms::insuranceCard);
        records.send("M03", SampleForms::ratio);
        for (int kind = 1; kind <= 9; kind++) {
            String code = "0" + kind;
            records.send("M04", row -> SampleForms.reduction(row, code));
        }
        records.send("M08", row -> SampleForms.certification(row, version));
    }

    /** Of a person whose numbers are the same at each run. */
    private static PrintedForm form(Printout printout, Leaf leaf, @Nullable String kind, @Nullable String address) {
        Banner banner = new Banner(
                new PersonKey(InsurerNumber.of("442012"), InsuredNumber.of(FullRecords.PERSON)),
                "架空　太郎",
                "カクウ　タロウ",
                LocalDate.of(1934, 6, 11),
                null,
                "1",
                address,
                null);
        Leaf same = new Leaf(
                Optional.of(banner),
                leaf.parts(),
                leaf.consent(),
                leaf.filings(),
                leaf.link(),
                Optional.empty(),
                Optional.empty());
        Stamp stamp = new Stamp("見本　計　cm", "架空居宅　4400100014", "令和8年11月20日 9:05", "01a1f57c-2710-7429");
        return PrintedForms.of(
                        printout,
                        same,
                        new PrintWanted(printout.path(), "1", kind, null),
                        "架空市",
                        new PrintRequest(stamp, TestServer.TODAY))
                .orElseThrow();
    }

    private static void compare(BufferedImage now, Path lookedAt) throws IOException {
        if (IS_WRITTEN) {
            ImageIO.write(
                    now,
                    "png",
                    Files.createDirectories(LOOKED_AT)
                            .resolve(lookedAt.getFileName())
                            .toFile());
        }
        BufferedImage before = ImageIO.read(lookedAt.toFile());
        assertThat(now.getWidth()).isEqualTo(before.getWidth());
        assertThat(now.getHeight()).isEqualTo(before.getHeight());
        long different = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                different += Math.abs(gray(now.getRGB(x, y)) - gray(before.getRGB(x, y))) > VISIBLE ? 1 : 0;
            }
        }
        assertThat((double) different / now.getWidth() / now.getHeight())
                .as("%s: part of the sheet that looks different", lookedAt.getFileName())
                .isLessThan(TOLERANCE);
    }

    private static int gray(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}
