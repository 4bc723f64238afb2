package kaigo.insured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.CheckAnswer;
import kaigo.access.CheckGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Amount;
import kaigo.access.rules.CardItem;
import kaigo.access.rules.Proposals;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which items are compared, how often one may err, and how long it holds, are what the operator chose. */
class VerificationSettingsTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final PersonKey person = new PersonKey(insurer, InsuredNumber.of(FullRecords.PERSON));
    private final Verifications chosen = verifications(Proposals.byDefault()
            .withCardItems(Set.of(CardItem.BIRTH_DATE, CardItem.NAME_KANA))
            .withAmounts(Map.of(Amount.WRONG_CHECKS_AN_HOUR, 2, Amount.VIEWING_MONTHS_AFTER_CHECK, 1)));

    @BeforeEach
    void a_started_insurer_with_one_person() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, TestServer.TODAY));
        new FullRecords(insurer).person();
    }

    @Test
    void the_name_counts_where_it_is_chosen_and_the_sex_does_not() {
        String kana = Loads.database()
                .sql("select name_kana from insured.person where insurer_number = ?")
                .param(insurer.value())
                .query(String.class)
                .single();
        assertThat(verify("1934-06-11", null, kana)).isEqualTo(CheckAnswer.VERIFIED);
        assertThat(Loads.database()
                        .sql("select viewable_until::text from insured.viewing where insurer_number = ?")
                        .param(insurer.value())
                        .query(String.class)
                        .single())
                .isEqualTo("2026-12-31");
        assertThat(verify("1934-06-11", "1", null)).isEqualTo(CheckAnswer.NOT_AGREED);
        assertThat(verify("1934-06-11", "1", "カクウ　ジロウ")).isEqualTo(CheckAnswer.NOT_AGREED);
        assertThat(verify("1934-06-11", null, kana)).as("after two").isEqualTo(CheckAnswer.TOO_MANY_TRIES);
    }

    private CheckAnswer verify(String birthDate, String sex, String kana) {
        return chosen.verify(office.viewer(), person, new CardItems(birthDate, sex, kana));
    }

    private static Verifications verifications(Proposals proposals) {
        return new Verifications(
                TestServer.bean(CheckGate.class),
                TestServer.bean(VerificationStore.class),
                new ViewingPeriod(proposals),
                TestServer.bean(ListedChanges.class),
                TestServer.bean(Insurers.class),
                proposals,
                TestServer.bean(InstantSource.class));
    }
}
