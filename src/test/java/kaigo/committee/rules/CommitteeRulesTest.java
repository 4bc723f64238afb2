package kaigo.committee.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.access.PersonKey;
import kaigo.access.rules.MeetingState;
import kaigo.committee.rules.Cutting.Sent;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 切り分け, 変わったところ, 判定の分かれ and the state of a set. */
class CommitteeRulesTest {

    private static final PersonKey FIRST = person("442012", "9000000001");
    private static final PersonKey SECOND = person("442012", "9000000002");
    private static final PersonKey THIRD = person("131045", "9000000001");

    @Test
    void a_case_goes_to_the_page_before_the_next_one_begins() {
        List<PaperCase> cases = Cutting.cut(List.of(sent(2, SECOND, 5), sent(1, FIRST, 2)), 9, List.of());

        assertThat(cases).containsExactly(new PaperCase(1, 1, FIRST, "", 2, 4), new PaperCase(2, 2, SECOND, "", 5, 9));
        assertThat(Cutting.on(cases, 1)).as("before the first").isEmpty();
        assertThat(Cutting.on(cases, 4)).extracting(PaperCase::id).containsExactly(1);
        assertThat(Cutting.on(cases, 5)).extracting(PaperCase::id).containsExactly(2);
    }

    @Test
    void two_cases_that_begin_on_one_page_share_it_to_its_end() {
        List<PaperCase> cases =
                Cutting.cut(List.of(sent(1, FIRST, 1), sent(2, SECOND, 1), sent(3, THIRD, 3)), 4, List.of());

        assertThat(cases).extracting(PaperCase::endPage).containsExactly(2, 2, 4);
        assertThat(Cutting.on(cases, 2)).extracting(PaperCase::id).containsExactly(1, 2);
    }

    @Test
    void who_was_in_the_version_before_keeps_the_id_and_nobody_gets_that_of_another() {
        List<PaperCase> before = Cutting.cut(List.of(sent(1, FIRST, 1), sent(2, SECOND, 3)), 4, List.of());

        List<PaperCase> now = Cutting.cut(List.of(sent(1, THIRD, 1), sent(2, SECOND, 3)), 4, before);

        assertThat(now).extracting(PaperCase::id).containsExactly(3, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "a b, a b, SAME",
        "a b, a c, PAGES",
        "a b, b a, PAGES",
        "a b, a b c, PAGES",
        "a b, a -, UNKNOWN",
        "a -, a b, UNKNOWN",
    })
    void a_case_is_the_same_if_all_its_pages_look_the_same(String before, String now, Change change) {
        assertThat(Change.of(ofPages(now), digests(now), ofPages(before), digests(before)))
                .isEqualTo(change);
        assertThat(Change.of(ofPages(now), digests(now), null, Map.of())).isEqualTo(Change.ADDED);
    }

    private static PaperCase ofPages(String digests) {
        return new PaperCase(1, 1, FIRST, "", 1, digests.split(" ").length);
    }

    private static Map<Integer, String> digests(String digests) {
        Map<Integer, String> byPage = new HashMap<>();
        String[] all = digests.split(" ");
        for (int i = 0; i < all.length; i++) {
            if (!all[i].equals("-")) {
                byPage.put(i + 1, all[i]);
            }
        }
        return byPage;
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "CARE_1, false",
        "CARE_1 CARE_1, false",
        "CARE_1 CARE_2, true",
        "UNDECIDED, true",
        "UNDECIDED UNDECIDED, true",
    })
    void a_case_differs_if_two_members_do_or_one_is_undecided(String levels, boolean differs) {
        assertThat(split(1, levels).differs()).isEqualTo(differs);
    }

    @Test
    void those_that_differ_come_first_in_their_order() {
        List<Split> all = List.of(split(1, "CARE_1"), split(4, "CARE_1 CARE_2"), split(2, ""), split(3, "UNDECIDED"));

        assertThat(Split.inOrder(all)).extracting(one -> one.of().order()).containsExactly(3, 4, 1, 2);
    }

    private static Split split(int order, String levels) {
        Map<String, Level> byLogin = new HashMap<>();
        Arrays.stream(levels.split(" "))
                .filter(level -> !level.isEmpty())
                .forEach(level -> byLogin.put("member" + byLogin.size(), Level.valueOf(level)));
        return new Split(new PaperCase(order, order, FIRST, "", 1, 1), byLogin);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59Z, false, WAITING",
        "2026-11-20T09:00:00Z, false, OPEN",
        "2026-11-27T14:59:58Z, false, OPEN",
        "2026-11-27T14:59:59Z, false, ENDED",
        "2026-11-20T08:59:59Z, true, RECALLED",
        "2026-11-21T00:00:00Z, true, RECALLED",
        "2026-11-28T00:00:00Z, true, RECALLED",
    })
    void a_set_is_open_from_its_opening_until_its_end_unless_it_was_called_back(
            Instant now, boolean recalled, MeetingState state) {
        Instant from = Instant.parse("2026-11-20T09:00:00Z");
        Instant to = Instant.parse("2026-11-27T14:59:59Z");

        assertThat(MeetingState.of(from, to, recalled ? from : null, now)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"1, true, false", "2, false, true", "3, true, true"})
    void each_way_of_reading_opens_what_it_says(String code, boolean download, boolean pages) {
        Viewing viewing = Viewing.ofCode(code).orElseThrow();
        assertThat(viewing.allowsDownload()).isEqualTo(download);
        assertThat(viewing.allowsPages()).isEqualTo(pages);
        assertThat(Viewing.ofCode("4")).isEmpty();
    }

    private static Sent sent(int order, PersonKey person, int page) {
        return new Sent(order, person, "", page);
    }

    private static PersonKey person(String insurer, String insured) {
        return new PersonKey(new InsurerNumber(insurer), new InsuredNumber(insured));
    }
}
