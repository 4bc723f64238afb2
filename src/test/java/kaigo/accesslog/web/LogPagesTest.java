package kaigo.accesslog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.audit.Origin;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.jobs.Workers;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of 閲覧の記録 over real HTTP: whose they are, and what stands in them and in their files. */
class LogPagesTest {

    private static final String PERSON = "0000000123";
    private static final String REMOTE = "198.51.100.77";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final SampleOffice other = SampleOffice.second(insurer);
    private final String request = "log-" + UUID.randomUUID();

    @BeforeEach
    void a_look_of_an_office_that_was_followed() {
        try (Origin.Answering _ = Origin.answering(REMOTE)) {
            TestServer.bean(AuditLog.class)
                    .record(AuditEntry.of(
                                    request,
                                    AuditEvent.FILE_LOOKED,
                                    office.id.holder() + "/cm",
                                    Map.of("jobs", List.of("DOCTOR"), "kinds", Map.of("CARD", "VERIFIED")))
                            .about(insurer.value(), List.of(PERSON)));
        }
        TestServer.bean("accessLogFollowers", Workers.class).wake();
        kaigo.Await.until(
                () -> Loads.number(insurer, "select count(*) from accesslog.of_person where insurer_number = ?") == 1,
                java.time.Duration.ofSeconds(60));
    }

    @Test
    void an_administrator_finds_the_look_and_that_of_no_other_office() {
        OfficeBrowser boss = OfficeBrowser.of(office.administered());
        assertThat(boss.get("/office/log").body()).contains(request, insurer.value() + "-" + PERSON, "医師");
        assertThat(boss.get("/office/log?login=nobody").body())
                .doesNotContain(request)
                .contains("当てはまる記録はありません");
        assertThat(boss.get("/office/log?login=NOBODY!").statusCode()).isEqualTo(422);
        assertThat(boss.get("/office/log?from=20261121&until=20261120").statusCode())
                .isEqualTo(422);
        assertThat(boss.get("/office/log.csv?from=x").statusCode()).isEqualTo(400);

        HttpResponse<String> file = boss.get("/office/log.csv");
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(file.body().lines().toList()).first().asString().contains("日時,見た人・操作した人,機関の番号,職種,ユーザーID,内容");
        assertThat(file.body().lines()).anyMatch(line -> line.contains(request) && line.contains(PERSON));

        OfficeBrowser elsewhere = OfficeBrowser.of(other.administered());
        assertThat(elsewhere.get("/office/log").body()).doesNotContain(request);
        assertThat(elsewhere.get("/office/log.csv").body()).doesNotContain(request);
    }

    /** Where a colleague's machine stands is nobody's business but the operator's. */
    @Test
    void from_where_is_told_to_the_operator_only() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        String of = "?organisation=" + office.id.number();
        assertThat(operator.get("/operator/log" + of).body()).contains("接続元", REMOTE);
        assertThat(operator.get("/operator/log.csv" + of).body()).contains("接続元", REMOTE);
        OfficeBrowser boss = OfficeBrowser.of(office.administered());
        Browser staff = Browser.of(insurer);
        for (String path : List.of("", ".csv")) {
            assertThat(boss.get("/office/log" + path).body()).contains(request).doesNotContain("接続元", REMOTE);
            assertThat(staff.get("/access-log" + path).body()).contains(request).doesNotContain("接続元", REMOTE);
        }
    }

    @Test
    void who_is_no_administrator_is_told_whom_to_ask() {
        OfficeBrowser colleague = OfficeBrowser.of(office);
        HttpResponse<String> refused = colleague.get("/office/log");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("管理者の方だけがご覧になれます").doesNotContain(request);
        assertThat(colleague.get("/office/log.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void a_print_that_was_refused_is_not_said_to_be_printed() {
        String printed = "print-" + UUID.randomUUID();
        String refused = "refused-" + UUID.randomUUID();
        record(printed, Map.of("BANNER", "VERIFIED", "CARD", "VERIFIED"));
        record(refused, Map.of("BANNER", "VERIFIED", "CERT_SURVEY", "CONSENT_MISSING"));
        TestServer.bean("accessLogFollowers", Workers.class).wake();
        kaigo.Await.until(
                () -> Loads.number(insurer, "select count(*) from accesslog.of_person where insurer_number = ?") == 3,
                java.time.Duration.ofSeconds(60));
        List<String> lines =
                Browser.of(insurer).get("/access-log.csv").body().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains(printed))
                .singleElement()
                .asString()
                .contains("印刷した");
        assertThat(lines)
                .filteredOn(line -> line.contains(refused))
                .singleElement()
                .asString()
                .contains("印刷しようとした")
                .doesNotContain("印刷した");
    }

    private void record(String id, Map<String, String> kinds) {
        TestServer.bean(AuditLog.class)
                .record(AuditEntry.of(
                                id,
                                AuditEvent.FILE_LOOKED,
                                office.id.holder() + "/cm",
                                Map.of("jobs", List.of(), "act", "PRINTED", "kinds", kinds))
                        .about(insurer.value(), List.of(PERSON)));
    }

    @Test
    void a_number_that_is_typed_is_found_and_stands_in_no_address() {
        Browser staff = Browser.of(insurer);
        HttpResponse<String> found = staff.post("/access-log", Map.of("number", PERSON, "_csrf", staff.csrf()));
        assertThat(found.uri().toString()).contains("?person=").doesNotContain(PERSON);
        assertThat(found.body()).contains(request, "value=\"" + PERSON + "\"");
        HttpResponse<String> wrong = staff.post("/access-log", Map.of("number", "12", "_csrf", staff.csrf()));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"12\"");
    }

    @Test
    void the_municipality_finds_the_look_and_neither_its_vendor_nor_another_insurer_does() {
        Browser staff = Browser.of(insurer);
        HttpResponse<String> page = staff.get("/access-log?person=" + Handles.of(insurer, PERSON));
        assertThat(page.body()).contains(request, office.id.number(), "医師").doesNotContain(">cm<");
        assertThat(staff.get("/access-log.csv").body()).contains(request);
        assertThat(staff.get("/access-log?person=" + Handles.of(insurer, PERSON) + "&until=20261101&from=20261001")
                        .body())
                .contains("当てはまる記録はありません");

        InsurerNumber neighbour = TestServer.insurerDaily();
        assertThat(Browser.of(neighbour)
                        .get("/access-log?person=" + Handles.of(insurer, PERSON))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Browser.of(neighbour)
                        .get("/access-log?person=" + Handles.of(neighbour, PERSON))
                        .body())
                .doesNotContain(request);

        TestServer.bean(DemoAccounts.class)
                .create(NewAccount.vendor(insurer, "vendor", "見本", TestServer.TODAY.plusDays(9)), "見本");
        Browser vendor = Browser.as(insurer, "vendor");
        for (String path :
                List.of("/access-log", "/access-log.csv", "/access-log?person=" + Handles.of(insurer, PERSON))) {
            assertThat(vendor.get(path).statusCode()).isEqualTo(403);
        }
        assertThat(vendor.get("/").body()).doesNotContain("href=\"/access-log\"");
    }

    @Test
    void the_operator_finds_the_look_without_the_number() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        for (String path : List.of("/operator/log", "/operator/log.csv")) {
            for (String of : List.of(insurer.value(), office.id.number(), "")) {
                String body = operator.get(path + "?organisation=" + of).body();
                assertThat(body).as(path + of).contains(office.id.number()).doesNotContain(PERSON);
            }
        }
        assertThat(operator.get("/operator/log?organisation=x").statusCode()).isEqualTo(422);
    }
}
