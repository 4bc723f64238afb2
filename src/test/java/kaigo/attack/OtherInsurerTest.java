package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.TestServer;
import kaigo.attack.RawHttp.Answer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.screens.Part;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Another municipality's records by its numbers in the path, at every route that takes any. */
class OtherInsurerTest {

    private static final String PERSON = "9000000001";
    private static final String ABSENT = "9999999999";

    private final Attackers attackers = new Attackers();
    private final InsurerNumber other = TestServer.insurerDaily();
    private final Receipt theirs = Loads.load(other, new M01File(other, "D").add("1", PERSON, "", "架空　花子"));

    @Test
    void no_route_of_the_api_knows_another_insurers_path() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Target target : Target.all()) {
            if (!target.path().startsWith("/v1/insurers/{insurerNumber}/")) {
                continue;
            }
            Answer foreign =
                    attackers.send(target, filled(target, other.value(), theirs.toString()), "application/json", "{}");
            Answer nobodys =
                    attackers.send(target, filled(target, "139999", theirs.toString()), "application/json", "{}");
            if (foreign.status() != 404 || !foreign.told().equals(nobodys.told())) {
                wrong.add(target + " " + foreign.status() + " " + nobodys.status());
            }
            asked++;
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(10);
    }

    /** Below its own path with the other's receipt, and on the screens: as if there were no such thing. */
    @Test
    void anothers_receipt_or_person_looks_like_one_that_is_not_there() {
        String absent = other.value() + "-20260101-000001";
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Target target : Target.all()) {
            boolean byReceipt = target.path().matches(".*\\{receipt(No)?}.*");
            boolean ofStaff = !target.isOfSystems() && Attackers.owner(target.path()) == Part.STAFF;
            boolean byNumber = ofStaff && target.path().contains("{number}");
            if (target.isOfOffices() || !(byReceipt || byNumber)) {
                continue;
            }
            String own = attackers.insurer.value();
            Answer foreign = send(target, byReceipt ? filled(target, own, theirs.toString()) : number(target, PERSON));
            Answer nothing = send(target, byReceipt ? filled(target, own, absent) : number(target, ABSENT));
            String there = foreign.told().replace(theirs.toString(), "…").replace(PERSON, "…");
            String notThere = nothing.told().replace(absent, "…").replace(ABSENT, "…");
            if (!there.equals(notThere)) {
                wrong.add(target + ": " + there + "\n / " + notThere);
            }
            asked++;
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(8);
    }

    /** The control: its own receipt is shown. */
    @Test
    void ones_own_receipt_is_shown() {
        Receipt own = Loads.load(attackers.insurer, new M01File(attackers.insurer, "D").add("1", PERSON, "", "架空　花子"));
        assertThat(attackers.session(Part.STAFF).get("/files/" + own).status()).isEqualTo(200);
        assertThat(attackers.session(Part.STAFF).get("/files/" + theirs).status())
                .isNotEqualTo(200);
    }

    @Test
    void an_office_and_a_municipality_have_no_place_in_each_others_api() {
        RawHttp office = RawHttp.tls(attackers.office.certificate);
        Answer asInsurer = office.get("/v1/insurers/" + attackers.insurer.value() + "/outbox");
        assertThat(asInsurer.status()).isEqualTo(404);
    }

    private Answer send(Target target, String path) {
        boolean form = !target.isOfSystems() && !target.method().equals("GET");
        String fields = "cause=E3005&seen=0&question=OWN_RECORDS&choice=NOT_FOUND&note=x";
        return attackers.send(
                target, path, form ? "application/x-www-form-urlencoded" : "application/json", form ? fields : "");
    }

    private static String filled(Target target, String insurer, String receipt) {
        return target.filled(Map.of(
                "insurerNumber",
                insurer,
                "receipt",
                receipt,
                "receiptNo",
                receipt,
                "ifId",
                "M01",
                "sha256",
                "0".repeat(64),
                "precondition",
                "PIA_DONE"));
    }

    private static String number(Target target, String number) {
        return target.filled(Map.of("number", number));
    }
}
