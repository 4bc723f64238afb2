package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.attack.RawHttp.Answer;
import kaigo.attack.Statements.Counted;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An office that guesses numbers learns nothing: a person of another office's, one whom nobody has verified and one who is not
 * there are told alike, by the same statements (rulings 16, settled 22).
 */
class GuessingTest {

    private static final int PERSONS = 40;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice attacker = SampleOffice.near(insurer);
    private final RawHttp http = RawHttp.tls(attacker.certificate);
    private final Map<String, Answer> told = new TreeMap<>();
    private final Map<String, Integer> statements = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private String token = "";

    @BeforeEach
    void people_of_another_office() {
        TestServer.start(insurer);
        M01File file = new M01File(insurer, "D");
        for (int i = 1; i <= PERSONS; i++) {
            file.add("1", number(i), "", "架空　花子");
        }
        Loads.load(insurer, file);
        SampleOffice other = SampleOffice.second(insurer);
        for (int i = 1; i <= PERSONS; i += 2) {
            other.verified(insurer, InsuredNumber.of(number(i)), TestServer.TODAY.plusDays(30));
        }
        token = Attackers.signIn(http);
    }

    @Test
    void some_hundreds_of_guesses_tell_nothing() {
        guess(300);
    }

    @Test
    @Tag("long")
    void ten_thousand_guesses_tell_nothing() {
        guess(10_000);
    }

    /** The control: of somebody whom the office knows something else is told. */
    @Test
    void who_is_known_is_told_of() {
        Answer before = get(number(1), "/cards");
        attacker.verified(insurer, InsuredNumber.of(number(1)), TestServer.TODAY.plusDays(30));
        assertThat(get(number(1), "/cards").told()).isNotEqualTo(before.told());
    }

    /** 本人確認 with wrong items, too; an office has five tries. */
    @Test
    void a_wrong_item_and_an_absent_person_are_told_alike_by_the_same_statements() {
        verify(number(4));
        Counted<Answer> known = Statements.of(() -> verify(number(2)));
        Counted<Answer> absent = Statements.of(() -> verify("8888888888"));
        assertThat(absent.value().told()).isEqualTo(known.value().told()).contains("NOT_AGREED");
        assertThat(absent.statements()).isEqualTo(known.statements()).isPositive();
    }

    private void guess(int times) {
        List<String> asked = new ArrayList<>(List.of("/summary", "/file", "/consent", ""));
        for (Part part : Part.values()) {
            asked.add("/" + part.path());
        }
        SplittableRandom random = new SplittableRandom(20261127);
        for (int i = 0; i < times; i++) {
            String what = asked.get(random.nextInt(asked.size()));
            boolean there = random.nextBoolean();
            String number = there
                    ? number(1 + random.nextInt(PERSONS))
                    : "%010d".formatted(1_000_000_000L + random.nextInt(1_000_000_000));
            Counted<Answer> answer = Statements.of(() -> what.isEmpty() ? end(number) : get(number, what));
            compare(what.isEmpty() ? "DELETE" : what, answer);
        }
        assertThat(wrong).isEmpty();
        assertThat(told).hasSize(asked.size());
        assertThat(statements.values()).as("statements of each").doesNotContain(0);
        System.out.println("guesses: " + times + ", statements of each: " + statements);
    }

    /** With the first answer of that kind. */
    private void compare(String what, Counted<Answer> answer) {
        Answer first = told.putIfAbsent(what, answer.value());
        Integer before = statements.putIfAbsent(what, answer.statements());
        if (answer.value().status() != 200 || !answer.value().body().contains("NOT_VERIFIED")) {
            wrong.add(what + ": " + answer.value().status() + answer.value().body());
        }
        if (first != null && !first.told().equals(answer.value().told())) {
            wrong.add(what + ": " + first.told() + " / " + answer.value().told());
        }
        if (before != null && before != answer.statements()) {
            wrong.add(what + ": statements " + before + " / " + answer.statements());
        }
    }

    private Answer get(String number, String what) {
        return http.get(path(number) + what, "Authorization", "Bearer " + token);
    }

    private Answer end(String number) {
        return http.send("DELETE", path(number), "", "Authorization", "Bearer " + token);
    }

    private Answer verify(String number) {
        String card = "{\"insurerNumber\":\"%s\",\"insuredNumber\":\"%s\",\"birthDate\":\"1901-01-01\",\"sex\":\"1\"}"
                .formatted(insurer.value(), number);
        return http.send(
                "POST", "/api/v1/users", card, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private String path(String number) {
        return "/api/v1/users/" + Handles.of(insurer, number);
    }

    private static String number(int i) {
        return "%010d".formatted(9_100_000_000L + i);
    }
}
