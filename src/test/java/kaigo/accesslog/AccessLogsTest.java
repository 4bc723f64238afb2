package kaigo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.NotAllowed;
import kaigo.accesslog.rules.Line;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.intake.Loads;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;

/** Who reads what of the audit stream, from the looks themselves to the lines of each log. */
class AccessLogsTest extends LogCase {

    @Test
    void a_look_and_a_refused_one_in_the_log_of_each_whom_they_concern() {
        String refused = look(other);
        office.verified(insurer, person, TODAY);
        String seen = look(office);

        LogPage self = self(false);
        assertThat(requests(self.lines())).contains(seen).doesNotContain(refused);
        assertThat(self.tries()).as("told as a number only").isEqualTo(1);
        Line line = line(self, seen);
        assertThat(line.who().organisation()).isEqualTo(office.id.number());
        assertThat(line.who().jobs()).containsExactly("CARE_MANAGER");
        assertThat(line.who().login()).isEmpty();
        assertThat(line.granted()).containsEntry("CARD", "VERIFIED");
        assertThat(line.refused()).isEmpty();

        LogPage ofInsurer = municipality(person.value()).page();
        assertThat(requests(ofInsurer.lines())).contains(seen, refused);
        assertThat(line(ofInsurer, refused).tried()).containsExactly(file);
        assertThat(line(ofInsurer, seen).refused()).containsEntry("LIFE", "CONSENT_MISSING");

        LogPage own = logs.read(viewer(office), MONTH).orElseThrow();
        assertThat(requests(own.lines())).contains(seen).doesNotContain(refused);
        assertThat(line(own, seen).who().login()).isEqualTo(SampleOffice.LOGIN);

        LogPage platform = operator(insurer.value());
        assertThat(requests(platform.lines())).contains(seen, refused);
        assertThat(platform.lines().toString()).doesNotContain(person.value());
    }

    @Test
    void each_look_is_one_line_and_each_reading_of_a_log_one_entry() {
        office.verified(insurer, person, TODAY);
        List<String> looks = List.of(look(office), look(office), look(office));

        for (List<String> read : List.of(
                requests(self(false).lines()),
                requests(municipality("").page().lines()),
                requests(logs.read(viewer(office), MONTH).orElseThrow().lines()),
                requests(operator(insurer.value()).lines()))) {
            assertThat(read.stream().filter(looks::contains)).containsExactly(looks.get(2), looks.get(1), looks.get(0));
            assertThat(read).doesNotHaveDuplicates();
        }

        InstitutionViewer reading = viewer(office);
        logs.read(reading, MONTH);
        assertThat(entries(reading.requestId()))
                .singleElement()
                .asString()
                .startsWith("LOG_LOOKED")
                .contains("\"persons\":[\"" + insurer.value() + "/" + person.value() + "\"]");
        follow();
        assertThat(requests(self(false).lines()))
                .as("what left was the office's own doing")
                .doesNotContain(reading.requestId());
    }

    @Test
    void only_an_administrator_whose_account_is_in_order_reads_the_log_of_its_office() {
        look(office);
        follow();
        InstitutionViewer colleague = viewer(other);
        assertThat(logs.read(colleague, MONTH)).isEmpty();
        assertThat(entries(colleague.requestId())).singleElement().asString().contains("\"reason\":\"AUTH\"");

        assertThat(logs.read(viewer(office), MONTH)).isPresent();
        Loads.database()
                .sql("update identity.institution_account set active = false where number = ?")
                .param(office.id.number())
                .update();
        assertThat(logs.read(viewer(office), MONTH)).isEmpty();
    }

    @Test
    void a_vendor_and_a_system_of_the_insurer_read_no_log() {
        assertThatThrownBy(() -> logs.read(InsurerViewer.vendor(insurer, "vendor", "request-vendor"), MONTH))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> logs.read(InsurerViewer.system(insurer, "f".repeat(64), "request-system"), MONTH))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void another_insurer_sees_of_a_common_list_only_its_own() {
        InsurerNumber neighbour = TestServer.insurerDaily();
        String request = id();
        List<String> both = List.of(insurer.value() + "/" + person.value(), neighbour.value() + "/0000000077");
        record(AuditEntry.of(
                request,
                AuditEvent.LIST_LOOKED,
                office.id.holder() + "/cm",
                Map.of("persons", both, "jobs", List.of())));

        Line here = line(municipality("").page(), request);
        Line there = line(logs.read(staff(neighbour), MONTH).page(), request);
        assertThat(here.persons()).containsExactly(file);
        assertThat(here.count()).isEqualTo(1);
        assertThat(there.persons()).extracting(one -> one.insured().value()).containsExactly("0000000077");
        assertThat(line(self(false), request).persons()).containsExactly(file);
    }

    @Test
    void the_operator_reads_on_to_the_first_entry_of_the_day() {
        for (int look = 0; look < 5; look++) {
            look(office);
        }
        follow();
        Question question = MONTH.upTo(2);
        Set<String> places = new java.util.HashSet<>();
        int pages = 0;
        for (LogPage page = platform(question); page.next() != null && pages < 5; page = platform(question)) {
            assertThat(places.add(page.next().toString())).isTrue();
            question = question.behind(page.next());
            pages++;
        }
        assertThat(pages).isPositive();
    }
}
