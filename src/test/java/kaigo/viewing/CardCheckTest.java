package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.SharingRule;
import kaigo.demo.DemoPersons;
import kaigo.identity.CardReaders;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 本人確認 by マイナンバーカード, from the challenge to the list: over real TLS, with the simulated reader or one of the test's own. */
class CardCheckTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String number = insurer.value() + "0001";
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(office);
    private final TestReader reader = new TestReader("uketsuke-1");

    @BeforeEach
    void a_started_insurer_with_one_person_and_a_reader_at_the_office() {
        TestServer.start(insurer);
        String myNumber = myNumber("01");
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120060000").add("1", number, myNumber, "架空　太郎"));
        TestServer.bean(DemoPersons.class).add(number, "架空　太郎", myNumber);
        TestServer.bean(CardReaders.class).register(office.id, reader.name(), reader.publicKey());
    }

    @Test
    void a_card_that_was_read_puts_its_person_into_the_list_once() {
        String assertion = simulated(challenge(software), number);
        HttpResponse<String> answer = software.card(assertion);
        assertThat(ok(answer).get("insuredNumber").asString()).isEqualTo(number);
        assertThat(entry(answer)).isEqualTo(entered("{" + number + "}", "VERIFIED"));
        JsonNode user = ok(software.get("/api/v1/users")).get("users").get(0);
        assertThat(user.get("name").asString()).isEqualTo("架空　太郎");
        assertThat(user.get("viewableUntil").asString()).isEqualTo("2027-02-28");

        HttpResponse<String> again = software.card(assertion);
        assertThat(ng(again)).isEqualTo("CARD_NOT_READ");
        assertThat(entry(again)).isEqualTo(entered("{}", "CARD_NOT_READ"));
    }

    @Test
    void whatever_is_wrong_with_an_assertion_is_not_told_and_counts_like_a_wrong_item() {
        SampleOffice other = SampleOffice.second(insurer);
        TestReader stranger = new TestReader("uketsuke-1");
        String holder = office.id.holder();
        List<String> wrong = new ArrayList<>(List.of(
                "",
                "no assertion",
                stranger.sign(holder, challenge(software), now(), ticket()),
                new TestReader("unknown").sign(holder, challenge(software), now(), ticket()),
                reader.sign(other.id.holder(), challenge(software), now(), ticket()),
                reader.sign(holder, "not-a-challenge", now(), ticket()),
                reader.sign(holder, challenge(OfficeSoftware.of(other)), now(), ticket()),
                reader.sign(holder, challenge(software), now() - 300, ticket()),
                reader.sign(holder, challenge(software), now() + 300, ticket()),
                reader.signAs("none", "kiban-card", holder, challenge(software)),
                reader.signAs("HS256", "kiban-card", holder, challenge(software)),
                reader.signAs("ES256", "JWT", holder, challenge(software)),
                reader.tampered(holder, challenge(software)),
                "a".repeat(5_000)));
        String first = "";
        for (String assertion : wrong) {
            HttpResponse<String> answer = software.card(assertion);
            assertThat(ng(answer)).as(assertion).isEqualTo("CARD_NOT_READ");
            first = first.isEmpty() ? withoutId(answer) : first;
            assertThat(withoutId(answer)).isEqualTo(first);
            assertThat(failures()).isOne();
            forgetFailures();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ng(software.card("x"))).isEqualTo("CARD_NOT_READ");
        }
        assertThat(ng(software.card(simulated(challenge(software), number)))).isEqualTo("TOO_MANY_TRIES");
        assertThat(ng(software.verify(Map.of("insurerNumber", insurer.value(), "insuredNumber", number))))
                .isEqualTo("TOO_MANY_TRIES");
    }

    @Test
    void a_challenge_ends_and_a_reader_that_was_revoked_reads_no_more() {
        String assertion = simulated(challenge(software), number);
        Loads.database()
                .sql(
                        "update identity.card_challenge set expires_at = timestamptz '2026-11-20 00:00+00' where office_number = ?")
                .param(office.id.number())
                .update();
        assertThat(ng(software.card(assertion))).isEqualTo("CARD_NOT_READ");

        assertThat(TestServer.bean(CardReaders.class).revoke(office.id, "demo-reader"))
                .isTrue();
        TestServer.bean(CardReaders.class).register(office.id, reader.name(), reader.publicKey());
        String own = reader.sign(office.id.holder(), challenge(software), now(), ticket());
        assertThat(ng(software.card(own))).as("its ticket is nobody's").isEqualTo("CARD_NOT_LINKED");
        assertThat(TestServer.bean(CardReaders.class).revoke(office.id, reader.name()))
                .isTrue();
        assertThat(ng(software.card(reader.sign(office.id.holder(), challenge(software), now(), ticket()))))
                .isEqualTo("CARD_NOT_READ");
    }

    @Test
    void one_without_a_link_one_who_left_and_one_who_never_was_are_told_alike() {
        DemoPersons persons = TestServer.bean(DemoPersons.class);
        persons.add(insurer.value() + "9999", "架空　不在", myNumber("99"));
        HttpResponse<String> absent = software.card(simulated(challenge(software), insurer.value() + "9999"));
        assertThat(ng(absent)).isEqualTo("CARD_NOT_LINKED");
        assertThat(absent.body()).contains("被保険者証の4項目で確認してください");

        Loads.database()
                .sql("update insured.person set lost_on = date '2026-11-20' where insurer_number = ?")
                .param(insurer.value())
                .update();
        HttpResponse<String> gone = software.card(simulated(challenge(software), number));
        assertThat(withoutId(gone)).isEqualTo(withoutId(absent));
        assertThat(ok(software.get("/api/v1/users")).get("users")).isEmpty();
        assertThat(failures()).as("no wrong tries").isZero();
    }

    @Test
    void before_the_start_it_is_refused_with_the_day() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, TestServer.TODAY.plusDays(11)));
        HttpResponse<String> card = software.card(simulated(challenge(software), number));
        assertThat(ng(card)).isEqualTo("MUNICIPALITY_NOT_STARTED");
        assertThat(card.body()).contains("利用開始日は 2026-12-01 です");
        HttpResponse<String> items = software.verify(Map.of("insurerNumber", insurer.value(), "insuredNumber", number));
        assertThat(items.body()).contains("利用開始日は 2026-12-01 です");
    }

    @Test
    void of_many_answers_to_one_challenge_one_counts() throws Exception {
        String nonce = challenge(software);
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String assertion = simulated(nonce, number);
            tries.add(() -> result(software.card(assertion)));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<String> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder("OK", "NG", "NG", "NG");
        }
    }

    private static String challenge(OfficeSoftware of) {
        return ok(of.post("/api/v1/users/card-challenges", Map.of()))
                .get("challenge")
                .asString();
    }

    private String simulated(String challenge, String person) {
        return TestReader.simulated(office.id.holder(), challenge, person);
    }

    private String myNumber(String last) {
        String eleven = "998" + insurer.value() + last;
        return eleven + MyNumber.checkDigit(eleven);
    }

    private static String ticket() {
        return UUID.randomUUID().toString();
    }

    private static long now() {
        return TestServer.bean(java.time.InstantSource.class).instant().getEpochSecond();
    }

    private long failures() {
        return Loads.database()
                .sql("select count(*) from insured.failed_check where office_number = ?")
                .param(office.id.number())
                .query(Long.class)
                .single();
    }

    private void forgetFailures() {
        Loads.database()
                .sql("delete from insured.failed_check where office_number = ?")
                .param(office.id.number())
                .update();
    }

    private static String entry(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select subjects::text || ' ' || detail from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .single();
    }

    private static String result(HttpResponse<String> response) {
        return new tools.jackson.databind.json.JsonMapper()
                .readTree(response.body())
                .get("result")
                .asString();
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "");
    }

    private static String entered(String subjects, String answer) {
        return "%s {\"answer\":\"%s\",\"by\":\"card\",\"jobs\":[\"CARE_MANAGER\"],\"remote\":\"127.0.0.1\",\"rule\":\"%s\"}"
                .formatted(subjects, answer, SharingRule.VERSION);
    }
}
