package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md: every requirement of ASVS 5.0.0, levels 1 and 2, once; and what it points at is there. */
class SecurityDocTest {

    /** The levels of a section's requirements in the order of their numbers, as released on 2025-05-30. */
    private static final String RELEASED = """
            1.1 22, 1.2 1111122223, 1.3 112222222223, 1.4 222, 1.5 123
            2.1 122, 2.2 112, 2.3 12223, 2.4 23
            3.1 3, 3.2 113, 3.3 12223, 3.4 11222233, 3.5 11122333, 3.6 3, 3.7 22333
            4.1 12233, 4.2 23333, 4.3 22, 4.4 1222
            5.1 2, 5.2 112333, 5.3 113, 5.4 222
            6.1 122, 6.2 111111112222, 6.3 11223333, 6.4 112233, 6.5 22222333, 6.6 2223, 6.7 33, 6.8 2222
            7.1 222, 7.2 1111, 7.3 22, 7.4 11222, 7.5 223, 7.6 22
            8.1 1233, 8.2 1123, 8.3 133, 8.4 23
            9.1 111, 9.2 1222
            10.1 22, 10.2 223, 10.3 22223, 10.4 1111122222233333, 10.5 22222, 10.6 22, 10.7 222
            11.1 2233, 11.2 22233, 11.3 11233, 11.4 1222, 11.5 23, 11.6 23, 11.7 33
            12.1 12233, 12.2 11, 12.3 22223
            13.1 2333, 13.2 222223, 13.3 2233, 13.4 1222233
            14.1 22, 14.2 12223333, 14.3 122
            15.1 12233, 15.2 12233, 15.3 1222222, 15.4 3333
            16.1 2, 16.2 22222, 16.3 2222, 16.4 222, 16.5 2223
            17.1 23, 17.2 22223333, 17.3 22""";

    private static final List<String> STATES = List.of("満たす", "テストなし", "該当しない", "未達");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");
    private static final Pattern PLACE = Pattern.compile("`([a-z]+/[A-Za-z0-9_./-]+)(?:#(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    private record Row(String id, String level, String asked, String state, String how, String tests) {
        static Row of(String line) {
            String[] cells = line.substring(1).split("\\|", -1);
            assertThat(cells).as(line).hasSize(7);
            return new Row(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells[2].strip(),
                    cells[3].strip(),
                    cells[4].strip(),
                    cells[5].strip());
        }

        String chapter() {
            return id.substring(0, id.indexOf('.'));
        }
    }

    @Test
    void every_requirement_of_levels_1_and_2_stands_there_once_in_its_order() throws IOException {
        List<String> released = released();
        assertThat(released).hasSize(253);
        assertThat(rows()).extracting(row -> row.id() + " " + row.level()).isEqualTo(released);
    }

    @Test
    void every_row_has_its_state_and_says_how_or_why() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.state()).as(row.id()).isIn(STATES);
            assertThat(row.asked()).as(row.id()).isNotEmpty();
            assertThat(row.how()).as(row.id()).isNotEmpty();
            assertThat(TEST.matcher(row.tests()).find() || row.tests().startsWith("`"))
                    .as(row.id() + ": a row that is met names its test, and only such a row")
                    .isEqualTo(row.state().equals("満たす"));
        });
    }

    @Test
    void whatever_is_not_met_stands_in_the_list_of_what_is_to_come() throws IOException {
        String list = text().replaceAll("(?s).*\n## 重い未達と、これから\n(.*?)\n## .*", "$1");
        List<String> said = Pattern.compile("V\\d+\\.\\d+\\.\\d+")
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(rows().stream()
                        .filter(row -> row.state().equals("未達"))
                        .map(Row::id)
                        .toList());
    }

    @Test
    void the_counts_are_those_of_the_rows() throws IOException {
        Map<String, List<Integer>> counted = new TreeMap<>();
        rows().stream()
                .collect(Collectors.groupingBy(Row::chapter))
                .forEach((chapter, rows) -> counted.put(chapter, counts(rows)));
        counted.put("計", counts(rows()));
        Map<String, List<Integer>> said = new TreeMap<>();
        Pattern.compile("(?m)^\\| (V\\d+|計)[^|]*((?:\\| \\d+ ){5})\\|$")
                .matcher(text())
                .results()
                .forEach(line -> said.put(line.group(1), numbers(line.group(2))));
        assertThat(said).isEqualTo(counted);
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Map<String, Path> classes;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            classes = files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), file -> file));
        }
        List<MatchResult> named = TEST.matcher(text()).results().toList();
        assertThat(named).hasSizeGreaterThan(100);
        for (MatchResult test : named) {
            assertThat(classes).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(Files.readString(classes.get(test.group(1))))
                        .as(test.group())
                        .contains("void " + test.group(2) + "(");
            }
        }
    }

    @Test
    void every_place_and_every_link_is_there() throws IOException {
        for (MatchResult place : PLACE.matcher(text()).results().toList()) {
            Path file = Stream.of("src/main/java/kaigo", "src/main/jte", "src/main/resources", ".")
                    .map(root -> Path.of(root, place.group(1)))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no such file: " + place.group()));
            if (place.group(2) != null) {
                assertThat(Files.readString(file))
                        .as(place.group())
                        .containsPattern("\\b" + Pattern.quote(place.group(2)) + "\\b");
            }
        }
        assertThat(LINK.matcher(text()).results().map(link -> link.group(1)).distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(link -> assertThat(Path.of("docs", link)).exists());
    }

    private static List<String> released() {
        List<String> ids = new ArrayList<>();
        for (String section : RELEASED.split(",\\s*|\\n")) {
            String[] words = section.split(" ");
            for (int number = 1; number <= words[1].length(); number++) {
                char level = words[1].charAt(number - 1);
                if (level < '3') {
                    ids.add("V" + words[0] + "." + number + " " + level);
                }
            }
        }
        return ids;
    }

    private static List<Integer> counts(List<Row> rows) {
        Stream<Integer> states = STATES.stream().map(state ->
                (int) rows.stream().filter(row -> row.state().equals(state)).count());
        return Stream.concat(Stream.of(rows.size()), states).toList();
    }

    private static List<Integer> numbers(String cells) {
        return Pattern.compile("\\d+")
                .matcher(cells)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
    }

    private static List<Row> rows() throws IOException {
        return text().lines()
                .filter(line -> line.matches("\\| V\\d+\\.\\d+\\.\\d+ .*"))
                .map(Row::of)
                .toList();
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("docs/security.md"));
    }
}
