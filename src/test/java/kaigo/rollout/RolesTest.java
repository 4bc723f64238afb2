package kaigo.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.access.NotAllowed;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.insured.CaseKind;
import kaigo.insured.LinkCases;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.intake.SampleClaims;
import kaigo.rollout.rules.Precondition;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 受託ベンダ, 国保連合会 and 運用者 see and do what is theirs, and nothing else (rulings 29, 35). */
class RolesTest {

    private static final InsurerNumber FEDERATION = new InsurerNumber("450000");
    private static final LocalDate END = TestServer.TODAY.plusDays(30);

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/upload", "/files", "/setup"})
    void a_vendor_opens_what_it_looks_after(String path) {
        assertThat(vendor().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/cases/9000000001", "/operator", "/claims"})
    void a_vendor_opens_no_page_of_a_person_and_none_of_others(String path) {
        assertThat(vendor().get(path).statusCode()).isEqualTo(403);
        assertThat(vendor().get("/").body()).doesNotContain("href=\"/cases\"");
    }

    @Test
    void the_gate_itself_refuses_a_vendor() {
        LinkCases cases = TestServer.bean(LinkCases.class);
        InsurerViewer vendor = InsurerViewer.vendor(insurer, "vendor", "request-of-a-vendor");

        assertThatThrownBy(() -> cases.list(vendor, CaseKind.OPEN, 0, 50)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> cases.find(vendor, "9000000001")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_vendor_is_out_on_the_day_after_its_last() {
        Browser vendor = vendor();
        assertThat(vendor.get("/files").uri().getPath()).isEqualTo("/files");
        TestServer.bean(JdbcClient.class)
                .sql("update identity.account set ends_on = ? where insurer_number = ? and login = 'vendor'")
                .params(TestServer.TODAY.minusDays(1), insurer.value())
                .update();

        assertThat(vendor.get("/files").uri().getPath()).isEqualTo("/sign-in");
        assertThat(Browser.as(insurer, "vendor").get("/files").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void an_operator_sees_every_set_up_and_no_other_page() {
        Browser operator = operator();

        assertThat(operator.get("/operator/insurers").body()).contains("導入の状況").contains("利用中");
        assertThat(operator.get("/operator/insurers/" + insurer.value()).body()).contains("架空市" + insurer.value());
        assertThat(operator.get("/operator/insurers/999999").statusCode()).isEqualTo(404);
        for (String path : List.of("/", "/files", "/cases", "/setup", "/upload", "/claims")) {
            assertThat(operator.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void an_operator_sees_whose_daily_files_do_not_come() {
        TestServer.insurerDaily();
        InsurerNumber preparing = TestServer.insurerPreparing();
        String late = operator().get("/operator/insurers?late=true").body();
        assertThat(late).contains("日次の連携の遅れ", "8 開庁日、届いていません").doesNotContain(preparing.value());
    }

    @Test
    void an_operator_records_a_contract_and_it_is_on_record() {
        InsurerNumber preparing = TestServer.insurerPreparing();
        Browser operator = operator();
        String page = operator.post(
                        "/operator/insurers/" + preparing.value() + "/preconditions",
                        Map.of("precondition", Precondition.CONTRACTED.name(), "met", "true", "_csrf", operator.csrf()))
                .body();

        assertThat(page).contains("三者契約の締結：済みにしました").contains("運用者");
        assertThat(TestServer.bean(JdbcClient.class)
                        .sql(
                                "select detail::jsonb ->> 'action' from audit.entry where insurer_number = ? and event = 'OPERATOR_ACTED'")
                        .param(preparing.value())
                        .query(String.class)
                        .list())
                .containsExactly("PRECONDITION_MET");
    }

    @Test
    void claims_come_from_the_federation_of_the_prefecture_alone() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(FEDERATION, "kokuho", "見本　連子"), "国保連合会");
        Browser federation = Browser.as(FEDERATION, "kokuho");
        assertThat(federation.get("/claims").body())
                .contains("給付実績を送る")
                .as("a page that is closed to it")
                .doesNotContain("/day");
        assertThat(federation.get("/files").statusCode()).isEqualTo(403);

        assertThat(put(federation, "/claims", insurer.value())).contains("受け付けました");
        assertThat(put(federation, "/claims", "442012")).contains("E1002");
        assertThat(put(Browser.of(insurer), "/upload", insurer.value())).contains("E1002");
    }

    @Test
    void a_federation_reads_what_became_of_its_own_files_and_of_no_others() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(FEDERATION, "kokuho", "見本　連子"), "国保連合会");
        InsurerNumber other = new InsurerNumber("460000");
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(other, "kokuho", "見本　連次"), "国保連合会");
        Browser federation = Browser.as(FEDERATION, "kokuho");
        Matcher receipt = Pattern.compile(insurer.value() + "-\\d{8}-\\d{6}")
                .matcher(put(federation, "/claims", insurer.value()));
        assertThat(receipt.find()).isTrue();
        String file = "/claims/" + receipt.group();

        assertThat(federation.get("/claims").body()).contains("送ったファイル", "href=\"" + file + "\"");
        assertThat(federation.get(file).body())
                .contains(receipt.group(), "給付実績を送る画面に戻る")
                .as("what is the insurer's alone")
                .doesNotContain("/files", "対応済み", "result.csv");
        assertThat(Browser.as(other, "kokuho").get(file).statusCode()).isEqualTo(404);
        assertThat(Browser.as(other, "kokuho").get("/claims").body()).doesNotContain(receipt.group());
    }

    @Test
    void a_file_of_the_insurer_itself_is_no_federations() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(FEDERATION, "kokuho", "見本　連子"), "国保連合会");
        Receipt own =
                Loads.load(insurer, new M01File(insurer, "D").add("1", "9000000058", "", "架空　太郎", "20261120120000"));
        assertThat(Browser.as(FEDERATION, "kokuho").get("/claims/" + own).statusCode())
                .isEqualTo(404);
    }

    private String put(Browser browser, String path, String of) {
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0);
        return browser.send(browser.request(path)
                        .header("X-CSRF-TOKEN", browser.csrf())
                        .header("X-File-Name", "K01_" + of + "_D_20261120060000_001.json")
                        .PUT(BodyPublishers.ofByteArray(SampleClaims.file(of, created))))
                .body();
    }

    private Browser vendor() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.vendor(insurer, "vendor", "見本　受託太郎", END), "架空市の受託ベンダ");
        return Browser.as(insurer, "vendor");
    }

    private Browser operator() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本　運次"), "運用者");
        return Browser.as(AccountRole.OPERATORS, "unyo");
    }
}
