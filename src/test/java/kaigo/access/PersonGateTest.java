package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.Kind;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several files of one person each ends for itself (settled 20). */
class PersonGateTest {

    private static final Set<Kind> CARD = EnumSet.of(Kind.CARD);

    private final InsurerNumber a = TestServer.insurerDaily();
    private final InsurerNumber b = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(a);
    private final PersonKey atA = new PersonKey(a, InsuredNumber.of(FullRecords.PERSON));
    private final PersonKey atB = new PersonKey(b, InsuredNumber.of(FullRecords.PERSON));
    private final PersonGate gate = TestServer.bean(PersonGate.class);

    @BeforeEach
    void one_person_at_two_started_insurers() {
        for (InsurerNumber insurer : List.of(a, b)) {
            new FullRecords(insurer).person();
            TestServer.start(insurer);
            link(insurer);
        }
    }

    @Test
    void if_one_cannot_be_read_the_other_is() {
        office.verified(a, atA.insured(), TestServer.TODAY);
        List<FileOutcome<String>> without = gate.open(office.viewer(), atA, CARD, failingAt(b));
        assertThat(without.getFirst()).isInstanceOf(FileOutcome.Read.class);
        assertThat(without.getLast()).isEqualTo(new FileOutcome.Failed<String>(atB));

        List<FileOutcome<String>> turned = gate.open(office.viewer(), atA, CARD, failingAt(a));
        assertThat(turned.getFirst()).isEqualTo(new FileOutcome.Failed<String>(atA));
        assertThat(turned.getLast()).isInstanceOf(FileOutcome.Read.class);
    }

    @Test
    void if_none_can_be_read_the_look_fails_and_likewise_for_whom_nobody_verified() {
        assertThatThrownBy(() -> gate.open(office.viewer(), atA, CARD, failingAt(a)))
                .as("not verified: nothing tells of another file")
                .isInstanceOf(IllegalArgumentException.class);
        office.verified(a, atA.insured(), TestServer.TODAY);
        assertThatThrownBy(() -> gate.open(office.viewer(), atA, CARD, permit -> {
                    throw new IllegalArgumentException("both");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_expired_date_closes_the_way_to_the_other_file() {
        office.verified(a, atA.insured(), TestServer.TODAY.minusDays(1));
        assertThat(gate.open(office.viewer(), atA, CARD, permit -> "")).hasSize(1);
    }

    private static Function<FilePermit, String> failingAt(InsurerNumber insurer) {
        return permit -> {
            if (permit.insurer().equals(insurer)) {
                throw new IllegalArgumentException("one of them");
            }
            return "read";
        };
    }

    /** As the answer of the 中間サーバ leaves it. */
    private void link(InsurerNumber insurer) {
        byte[] key = (a.value() + "0123456789abcdef0123456789abcdef")
                .substring(0, 32)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Loads.database()
                .sql("update insured.link set state = 2, pmh_hmac = ?, sealed_number = null where insurer_number = ?")
                .params(key, insurer.value())
                .update();
        Loads.database()
                .sql("insert into insured.pmh_directory (pmh_hmac, insurer_number, insured_number) values (?, ?, ?)")
                .params(key, insurer.value(), FullRecords.PERSON)
                .update();
    }
}
