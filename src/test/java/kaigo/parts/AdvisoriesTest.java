package kaigo.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of our libraries a list of published weaknesses names. */
class AdvisoriesTest {

    private static final String EVENTS =
            "{\"introduced\":\"1.2.0\"},{\"fixed\":\"1.2.4\"},{\"introduced\":\"2.0.0\"},{\"last_affected\":\"2.0.3\"}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1.1.9, false, ",
        "1.2.0-RC1, false, ",
        "1.2.0, true, 1.2.4",
        "1.2.3, true, 1.2.4",
        "1.2.4-SNAPSHOT, true, 1.2.4",
        "1.2.4, false, ",
        "1.10.0, false, ",
        "2.0.0, true, ",
        "2.0.3, true, ",
        "2.0.4, false, "
    })
    void a_version_is_weak_from_where_it_was_introduced_until_it_was_mended(
            String version, boolean weak, String mendedIn) throws Exception {
        Advisories.Result result = compare(version, osv("Maven", EVENTS, "[]", ""));
        assertThat(result.read()).isEqualTo(1);
        assertThat(result.weaknesses()).hasSize(weak ? 1 : 0);
        assertThat(result.weaknesses())
                .allSatisfy(found -> assertThat(found.mendedIn()).isEqualTo(mendedIn));
    }

    @Test
    void versions_that_are_named_count_too_and_what_was_withdrawn_or_is_of_others_does_not() throws Exception {
        assertThat(compare("3.0", osv("Maven", "", "[\"3.0\"]", "")).weaknesses())
                .hasSize(1);
        assertThat(compare("3.1", osv("Maven", "", "[\"3.0\"]", "")).weaknesses())
                .isEmpty();
        assertThat(compare("3.0", osv("npm", "", "[\"3.0\"]", "")).weaknesses()).isEmpty();
        assertThat(compare("3.0", osv("Maven", "", "[\"3.0\"]", "\"withdrawn\":\"2026-10-02T00:00:00Z\","))
                        .weaknesses())
                .isEmpty();
        assertThat(Advisories.compare(
                                List.of(new Part("org.example:another", "3.0")),
                                file(osv("Maven", "", "[\"3.0\"]", "")))
                        .weaknesses())
                .isEmpty();
    }

    @Test
    void how_long_it_may_stay_goes_by_its_weight() throws Exception {
        String critical = "\"database_specific\":{\"severity\":\"CRITICAL\"},";
        assertThat(until(critical)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(until("")).as("unknown: as a heavy one").isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(until("\"database_specific\":{\"severity\":\"LOW\"},")).isEqualTo(LocalDate.of(2026, 12, 30));
    }

    @Test
    void a_folder_and_a_zip_are_read_whole() throws Exception {
        String one = osv("Maven", "", "[\"3.0\"]", "");
        Path inside = Files.createDirectory(folder.resolve("advisories"));
        Files.writeString(inside.resolve("a.json"), one);
        Files.writeString(inside.resolve("b.json"), one.replace("GHSA-1", "GHSA-2"));
        Files.writeString(inside.resolve("readme.txt"), "x");
        Path zip = folder.resolve("all.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (String name : List.of("a.json", "b.json")) {
                packed.putNextEntry(new ZipEntry(name));
                packed.write(Files.readString(inside.resolve(name)).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (Path list : List.of(inside, zip)) {
            Advisories.Result result = Advisories.compare(List.of(new Part("org.example:part", "3.0")), list);
            assertThat(result.read()).isEqualTo(2);
            assertThat(result.weaknesses())
                    .extracting(found -> found.advisory().id())
                    .containsExactly("GHSA-1", "GHSA-2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"id\":\"x\"}",
                "<html>",
                "{\"id\":\"x\",\"affected\":[{\"package\":{\"ecosystem\":\"Maven\"}}]}"
            })
    void what_is_no_advisory_is_named_and_nothing_is_concluded(String text) throws IOException {
        Path list = file(text);
        assertThatThrownBy(() -> Advisories.compare(List.of(), list))
                .isInstanceOf(Advisories.Unreadable.class)
                .hasMessage(list.toString());
    }

    private LocalDate until(String severity) throws Exception {
        return compare("3.0", osv("Maven", "", "[\"3.0\"]", severity))
                .weaknesses()
                .getFirst()
                .until();
    }

    private Advisories.Result compare(String version, String osv) throws Exception {
        return Advisories.compare(List.of(new Part("org.example:part", version)), file(osv));
    }

    private Path file(String osv) throws IOException {
        return Files.writeString(folder.resolve("advisory.json"), osv);
    }

    private static String osv(String ecosystem, String events, String versions, String more) {
        return """
                {"id":"GHSA-1","summary":"weak","published":"2026-10-01T00:00:00Z",%s"affected":[
                 {"package":{"ecosystem":"%s","name":"org.example:part"},"versions":%s,"ranges":[
                  {"type":"GIT","events":[{"introduced":"0"}]},{"type":"ECOSYSTEM","events":[%s]}]}]}""".formatted(more, ecosystem, versions, events);
    }
}
