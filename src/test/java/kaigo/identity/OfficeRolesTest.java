package kaigo.identity;

import static kaigo.identity.StaffForms.ONE;
import static kaigo.identity.StaffForms.form;
import static kaigo.identity.StaffForms.handed;
import static kaigo.identity.StaffForms.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Who is 事業所ユーザ, 管理者 or 一般, and what that opens. */
class OfficeRolesTest {

    private static final String NEW = "/office/staff/new";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer).withAdministrator();
    private final OfficeBrowser administrator = OfficeBrowser.as(office, SampleOffice.ADMINISTRATOR);

    @Test
    void the_last_administrator_stays() throws Exception {
        String own = ONE + SampleOffice.ADMINISTRATOR;
        assertThat(administrator.post(own + "/stop", Map.of()).body()).contains("管理者がほかにいない");
        Map<String, String> general = form(SampleOffice.ADMINISTRATOR, "見本　管理");
        general.put("seen", seen(administrator, SampleOffice.ADMINISTRATOR));
        general.put("role", "GENERAL");
        general.put("presentPassword", SampleOffice.PASSWORD);
        assertThat(administrator.post(own, general).body()).contains("管理者がほかにいない");

        office.with("second", InstitutionRole.ADMINISTRATOR);
        OfficeStaff staff = TestServer.bean(OfficeStaff.class);
        List<Callable<OfficeStaff.Outcome>> both = List.of(
                () -> staff.stop(viewer("second"), SampleOffice.ADMINISTRATOR),
                () -> staff.stop(viewer(SampleOffice.ADMINISTRATOR), "second"));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            int stopped = 0;
            for (var one : pool.invokeAll(both)) {
                stopped += one.get() == OfficeStaff.Outcome.DONE ? 1 : 0;
            }
            assertThat(stopped).as("each stops the other").isOne();
        }
    }

    @Test
    void whoever_is_no_administrator_gets_nowhere_also_after_being_one() {
        OfficeBrowser general = OfficeBrowser.of(office);
        assertThat(general.get("/office/staff").statusCode()).isEqualTo(403);
        assertThat(general.post(ONE + SampleOffice.ADMINISTRATOR + "/stop", Map.of())
                        .statusCode())
                .isEqualTo(403);

        office.with("second", InstitutionRole.ADMINISTRATOR);
        OfficeBrowser second = OfficeBrowser.as(office, "second");
        assertThat(second.get("/office/staff").statusCode()).isEqualTo(200);
        Map<String, String> edit = form("second", "見本　元管理");
        edit.put("seen", seen(administrator, "second"));
        administrator.post(ONE + "second", edit);
        assertThat(second.get("/office/staff").uri().getPath()).isEqualTo("/office/sign-in");
    }

    @Test
    void the_office_user_registers_the_first_administrator_and_sees_nothing_else() {
        SampleOffice young = SampleOffice.second(insurer).withOfficeUser();
        OfficeBrowser user = OfficeBrowser.with(young.certificate);
        user.password(SampleOffice.OFFICE_USER.toLowerCase(java.util.Locale.ROOT), SampleOffice.PASSWORD);
        HttpResponse<String> home = user.code(young.code(SampleOffice.OFFICE_USER));
        assertThat(home.uri().getPath()).isEqualTo("/office/first-administrator");
        for (String path : List.of("/office", "/office/staff", NEW)) {
            assertThat(user.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(home.body()).contains("name=\"keep\" value=\"管理者の登録\"");
        HttpResponse<String> registered = user.post("/office/first-administrator", form("kacho", "見本　課長"));
        assertThat(handed(registered)).isNotEmpty();
        assertThat(user.get("/office/first-administrator").body()).contains("利用中の管理者がいるため");
        user.post("/office/first-administrator", form("niban", "見本　二番"));
        InstitutionAccounts accounts = TestServer.bean(InstitutionAccounts.class);
        assertThat(accounts.find(young.id, "kacho").orElseThrow().role()).isEqualTo(InstitutionRole.ADMINISTRATOR);
        assertThat(accounts.exists(young.id, "niban")).isFalse();
    }

    private InstitutionViewer viewer(String login) {
        return new InstitutionViewer(office.id, login, office.viewer().fingerprint(), "request-of-" + login);
    }
}
