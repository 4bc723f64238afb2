package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 本人確認 by the card's items: what agrees, what is told when it does not, and how often one may try. */
class VerificationTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(office);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void dates_of_either_calendar_and_either_width_and_the_word_of_the_sex_agree() {
        for (String date : List.of("1934-06-11", "19340611", "昭和9年6月11日", "S9.6.11", "１９３４／６／１１")) {
            ok(software.verify(card("birthDate", date)));
        }
        ok(software.verify(card("sex", "１")));
        ok(software.verify(card("sex", "男性")));
    }

    @Test
    void whichever_item_is_wrong_and_whether_there_is_such_a_person_is_not_told() {
        List<HttpResponse<String>> answers = List.of(
                software.verify(card("birthDate", "1934-06-12")),
                software.verify(card("sex", "2")),
                software.verify(card("insuredNumber", "0000000999")),
                software.verify(card("birthDate", null)));
        assertThat(answers).extracting(OfficeSoftware::ng).containsOnly("NOT_AGREED");
        assertThat(answers)
                .extracting(answer -> answer.body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", ""))
                .containsOnly(answers.getFirst().body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", ""));
    }

    @Test
    void after_five_wrong_tries_within_an_hour_even_the_right_card_has_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(ng(software.verify(card("sex", "2")))).isEqualTo("NOT_AGREED");
        }
        assertThat(ng(software.verify(card("sex", "1")))).isEqualTo("TOO_MANY_TRIES");
        ok(OfficeSoftware.of(SampleOffice.second(insurer)).verify(card("sex", "1")));

        Loads.database().sql("""
                        with early as (delete from insured.failed_check where office_number = ? returning *)
                        insert into insured.failed_check
                        select office_number, at - interval '1 hour', request_id from early""").param(office.id.number()).update();
        ok(software.verify(card("sex", "1")));
    }

    @Test
    void of_many_tries_at_once_no_more_than_five_are_compared() throws InterruptedException, ExecutionException {
        List<Callable<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guesses.add(() -> ng(software.verify(card("sex", "2"))));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(guesses)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("NOT_AGREED"::equals).hasSize(5);
        }
    }

    @Test
    void an_insurer_that_has_not_started_and_one_that_nobody_knows_look_the_same() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, TestServer.TODAY.plusDays(1)));
        assertThat(ng(software.verify(card("sex", "1")))).isEqualTo("MUNICIPALITY_NOT_STARTED");
        assertThat(ng(software.verify(card("insurerNumber", "139999")))).isEqualTo("MUNICIPALITY_NOT_STARTED");
    }

    @Test
    void who_is_no_longer_insured_there_is_not_verified_anew() {
        Loads.database()
                .sql("update insured.person set lost_on = date '2026-11-20' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(ng(software.verify(card("sex", "1")))).isEqualTo("NOT_AGREED");
    }

    @Test
    void a_number_without_its_form_is_named() {
        HttpResponse<String> wrong = software.verify(card("insuredNumber", "123"));
        assertThat(ng(wrong)).isEqualTo("VALUE_WRONG");
        assertThat(wrong.body()).contains("\"/insuredNumber\"");
        assertThat(ng(software.verify(Map.of()))).isEqualTo("VALUE_WRONG");
    }

    @Test
    void a_birth_date_that_nobody_knows_is_typed_so() {
        String number = "0000000002";
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120090000").add("1", number, "", "架空　花子"));
        Loads.database()
                .sql("update insured.person set birth_date = null where insured_number = ? and insurer_number = ?")
                .params(number, insurer.value())
                .update();
        Map<String, String> card = card("insuredNumber", number);
        assertThat(ng(software.verify(card))).isEqualTo("NOT_AGREED");
        card.put("birthDate", "不詳");
        ok(software.verify(card));
    }

    private Map<String, String> card(String item, String value) {
        Map<String, String> card = ReadingApiTest.card(insurer);
        card.put(item, value);
        return card;
    }
}
