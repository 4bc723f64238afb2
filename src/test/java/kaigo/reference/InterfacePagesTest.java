package kaigo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import kaigo.Browser;
import kaigo.layout.ErrorId;
import kaigo.layout.FileGuide;
import kaigo.layout.FindingText;
import kaigo.layout.Layout;
import kaigo.layout.LayoutGuide;
import kaigo.layout.Layouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 項目の説明: what a vendor's engineer reads without an account. */
class InterfacePagesTest {

    private final Browser nobody = new Browser();

    static List<String> layouts() {
        return Layouts.all().stream().map(Layout::id).toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void a_page_shows_every_item_with_its_code_and_the_errors_that_can_occur(String id) {
        Layout layout = LayoutGuide.find(id).orElseThrow().layout();
        HttpResponse<String> page = nobody.get("/interfaces/" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        layout.ownItems().forEach(item -> assertThat(page.body()).contains(escaped(item.name())));
        layout.sheets()
                .forEach(sheet -> sheet.layout()
                        .ownItems()
                        .forEach(item -> assertThat(page.body()).contains(escaped(item.name()))));
        assertThat(page.body()).contains("提案です").contains("442012");
        new LayoutGuide(layout)
                .errors()
                .forEach(error -> assertThat(page.body()).contains("/interfaces/errors#" + error));
        assertThat(nobody.get("/interfaces").body()).contains("/interfaces/" + id);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void the_schema_is_that_of_the_documents(String id) {
        HttpResponse<String> schema = nobody.get("/interfaces/" + id + ".schema.json");

        assertThat(schema.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/schema+json");
        assertThat(schema.body()).isEqualTo(LayoutGuide.find(id).orElseThrow().schema());
    }

    @Test
    void every_error_has_its_place_with_cause_and_remedy() {
        String page = nobody.get("/interfaces/errors").body();

        assertThat(ErrorId.values())
                .allSatisfy(id -> assertThat(page)
                        .contains("id=\"" + id + "\"")
                        .contains(escaped(FindingText.pattern(id).text()))
                        .contains(escaped(FindingText.pattern(id).remedy())));
    }

    @Test
    void the_form_of_files_is_that_of_the_documents() {
        String page = nobody.get("/interfaces/files").body();

        assertThat(FileGuide.control())
                .hasSize(8)
                .allSatisfy(line -> assertThat(page).contains(line.name(), line.code(), escaped(line.rule())));
        assertThat(FileGuide.sections())
                .allSatisfy(section -> assertThat(section.sentences())
                        .allSatisfy(sentence -> assertThat(page).contains(escaped(sentence))));
    }

    @Test
    void what_can_occur_follows_from_the_layout() {
        List<ErrorId> persons = LayoutGuide.find("M01-2.02").orElseThrow().errors();
        List<ErrorId> stated = LayoutGuide.find("Q01-2.02").orElseThrow().errors();
        List<ErrorId> sets = LayoutGuide.find("M08-2.02").orElseThrow().errors();

        assertThat(persons)
                .contains(ErrorId.E5001, ErrorId.E2101, ErrorId.E3006, ErrorId.W4006)
                .doesNotContain(ErrorId.E1014, ErrorId.E4001);
        assertThat(stated)
                .contains(ErrorId.E1006, ErrorId.E3007, ErrorId.E3010, ErrorId.E3011)
                .noneMatch(id -> id.group() == ErrorId.Group.STATE || id.group() == ErrorId.Group.LINKING);
        assertThat(sets).contains(ErrorId.E1014, ErrorId.E4001, ErrorId.E3009);
        assertThat(LayoutGuide.find("P01-2.02").orElseThrow().errors()).isEmpty();
        assertThat(Arrays.asList(ErrorId.values())).containsAll(sets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M99-2.02", "M01-9.99", "M99-2.02.schema.json", "M01"})
    void what_does_not_exist_is_absent(String name) {
        assertThat(nobody.get("/interfaces/" + name).statusCode()).isEqualTo(404);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
