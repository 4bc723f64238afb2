package kaigo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kaigo.TestServer;
import kaigo.accesslog.InquiryMark.Wanted;
import kaigo.intake.Loads;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;

/** What a log keeps back: an inquiry under way, and where somebody under 支援措置 is cared for. */
class WithheldTest extends LogCase {

    @Test
    void an_inquiry_under_way_is_kept_from_the_person_and_shown_after_its_end() {
        Inquiries inquiries = TestServer.bean(Inquiries.class);
        office.verified(insurer, person, TODAY);
        String byOffice = look(office);
        String byStaff = lookOfStaff();
        assertThat(requests(self(false).lines())).contains(byOffice, byStaff);

        InsurerViewer opening = staff(insurer);
        inquiries.open(opening, new Wanted(person, TODAY, TODAY.plusDays(30), "令8-12"));
        String later = lookOfStaff();
        assertThat(requests(self(false).lines()))
                .contains(byOffice)
                .doesNotContain(byStaff, later, opening.requestId());
        assertThat(requests(municipality(person.value()).page().lines())).contains(byStaff, later, opening.requestId());
        assertThat(operator(insurer.value()).lines().toString()).doesNotContain("OPEN_INQUIRY");

        InsurerViewer ending = staff(insurer);
        assertThat(inquiries.end(ending, person, 1)).isTrue();
        assertThat(inquiries.end(staff(insurer), person, 1)).as("once").isFalse();
        assertThat(requests(self(false).lines()))
                .contains(byOffice, byStaff, later, opening.requestId(), ending.requestId());
    }

    @Test
    void a_mark_ends_by_itself_and_cannot_be_set_for_long() {
        Inquiries inquiries = TestServer.bean(Inquiries.class);
        assertThat(inquiries.mayBe(TODAY, TODAY.plusDays(Inquiries.DAYS))).isTrue();
        assertThat(inquiries.mayBe(TODAY, TODAY.plusDays(Inquiries.DAYS + 1L))).isFalse();
        assertThat(inquiries.mayBe(TODAY, TODAY.minusDays(1))).isFalse();
        assertThat(inquiries.mayBe(TODAY.plusDays(1), TODAY.plusDays(2))).isFalse();

        inquiries.open(staff(insurer), new Wanted(person, TODAY, TODAY, "令8-13"));
        String during = lookOfStaff();
        assertThat(requests(self(false).lines())).doesNotContain(during);
        Loads.database()
                .sql(
                        "update accesslog.inquiry set covers_from = ends_on - 1, ends_on = ends_on - 1 where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(requests(self(false).lines())).contains(during);
    }

    @Test
    void a_form_that_is_sent_twice_sets_one_mark_and_after_its_end_another() {
        Inquiries inquiries = TestServer.bean(Inquiries.class);
        Wanted wanted = new Wanted(person, TODAY, TODAY.plusDays(30), "令8-14");
        inquiries.open(staff(insurer), wanted);
        inquiries.open(staff(insurer), wanted);
        assertThat(marks()).isEqualTo(1);
        inquiries.open(staff(insurer), new Wanted(person, TODAY, TODAY.plusDays(30), "令8-15"));
        assertThat(marks()).as("another inquiry").isEqualTo(2);
        inquiries.end(staff(insurer), person, 1);
        inquiries.open(staff(insurer), wanted);
        assertThat(marks()).isEqualTo(3);
    }

    private int marks() {
        return Loads.database()
                .sql("select count(*) from accesslog.inquiry where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void where_a_person_under_protection_is_cared_for_is_kept_from_who_represents_it() {
        office.verified(insurer, person, TODAY);
        String seen = look(office);
        assertThat(line(self(true), seen).who().organisation()).isEqualTo(office.id.number());

        Loads.database()
                .sql("update insured.person set protection = true where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(line(self(true), seen).who().organisation()).isEmpty();
        assertThat(self(true).lines().toString()).doesNotContain(office.id.number());
        assertThat(line(self(false), seen).who().organisation()).isEqualTo(office.id.number());
        assertThat(line(municipality(person.value()).page(), seen).who().organisation())
                .isEqualTo(office.id.number());
    }

    @Test
    void pages_are_full_and_follow_each_other_though_some_lines_are_withheld() {
        TestServer.bean(Inquiries.class).open(staff(insurer), new Wanted(person, TODAY, TODAY, "令8-14"));
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String request = id();
            shown.addFirst(request);
            record(entry(request, office.id.holder() + "/cm"));
            record(entry(id(), "staff:" + insurer.value() + "/tanaka"));
        }
        follow();
        List<String> read = new ArrayList<>();
        Question question = MONTH.upTo(10);
        for (LogPage page = logs.read(selfViewer(false), question); ; page = logs.read(selfViewer(false), question)) {
            read.addAll(requests(page.lines()));
            if (page.next() == null) {
                break;
            }
            assertThat(page.lines())
                    .as("nothing shows that something is withheld")
                    .hasSize(10);
            question = question.behind(page.next());
        }
        read.retainAll(shown);
        assertThat(read).isEqualTo(shown);
    }
}
