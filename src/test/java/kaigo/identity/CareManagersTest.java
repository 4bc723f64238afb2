package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.CareManagers.Choice;
import kaigo.intake.Loads;
import kaigo.shared.AccountRole;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;

/** Operators list care managers by their numbers (rulings 8). */
class CareManagersTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice one = SampleOffice.near(insurer);
    private final SampleOffice other = SampleOffice.second(insurer);
    private final CareManagers list = TestServer.bean(CareManagers.class);

    @Test
    void the_same_number_at_two_offices_is_seen_and_at_one_office_it_is_not() {
        put(one, "a", "9" + insurer.value() + "1");
        put(other, "b", "9" + insurer.value() + "1");
        put(one, "c", "9" + insurer.value() + "2");
        put(one, "d", "9" + insurer.value() + "2");
        assertThat(of("1", false)).containsExactly("xb@2", "xa@2");
        assertThat(of("2", false)).containsExactly("xc@1", "xd@1");
        assertThat(of("1", true)).containsExactly("xb@2", "xa@2");
        assertThat(of("2", true)).isEmpty();
        assertThat(list.count(new Choice("9" + insurer.value() + "1", true))).isEqualTo(2);
    }

    @Test
    void the_operators_page_shows_it_and_is_on_record() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        put(one, "a", "00000001");
        put(other, "b", "00000001");
        String page = Browser.as(AccountRole.OPERATORS, "unyo")
                .get("/operator/care-managers?several=true")
                .body();
        assertThat(page).contains("00000001", one.id.number(), other.id.number(), "事業所</span>");
        assertThat(Loads.database()
                        .sql(
                                "select count(*) from audit.entry where actor = 'operator:unyo' and detail like '%CARE_MANAGERS_LISTED%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private List<String> of(String last, boolean several) {
        return list.list(new Choice("9" + insurer.value() + last, several), 0, 10).stream()
                .map(found -> found.login() + "@" + found.offices())
                .toList();
    }

    private static void put(SampleOffice office, String login, String number) {
        TestServer.bean(InstitutionAccounts.class)
                .put(
                        new NewInstitutionAccount(
                                office.id,
                                "x" + login,
                                "見本　計",
                                Set.of(Job.CARE_MANAGER),
                                CareManagerNumber.of(number),
                                null),
                        SampleOffice.PASSWORD,
                        false);
    }
}
