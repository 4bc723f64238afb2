package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;

/** The routes by which an office signs in. Those of passkeys need a browser: OfficeJourneyTest reads their entries. */
record OfficeCalls(OfficeBrowser browser, SampleOffice office) {

    static OfficeCalls of(InsurerNumber insurer) {
        SampleOffice office = SampleOffice.near(insurer).withOfficeUser();
        return new OfficeCalls(OfficeBrowser.with(office.certificate), office);
    }

    Map<String, List<Call>> list() {
        Map<String, List<Call>> calls = new HashMap<>(signIn());
        calls.putAll(staff());
        calls.putAll(others());
        return calls;
    }

    private Map<String, List<Call>> signIn() {
        return Map.of(
                "POST " + OfficeBrowser.SIGN_IN,
                List.of(() -> browser.password("wrong"), () -> browser.password(SampleOffice.PASSWORD)),
                "POST " + OfficeBrowser.CODE,
                List.of(() -> browser.code("x"), () -> {
                    browser.password(SampleOffice.PASSWORD);
                    return browser.code(office.code());
                }),
                "POST /office/passkeys/options",
                List.of(() -> passkey("/options", "passkeyPassword", "wrong")),
                "POST /office/passkeys",
                List.of(),
                "POST /office/passkeys/remove",
                List.of(
                        () -> passkey("/remove", "removalPassword", "wrong"),
                        () -> passkey("/remove", "removalPassword", SampleOffice.PASSWORD)),
                "POST /office/sign-in/passkey",
                List.of());
    }

    private Map<String, List<Call>> staff() {
        String one = "/office/staff/accounts/" + SampleOffice.LOGIN;
        String route = "POST /office/staff/accounts/{login}";
        Map<String, List<Call>> calls = new HashMap<>();
        calls.put(
                "POST /office/first-administrator",
                List.of(() -> OfficeBrowser.as(office, SampleOffice.OFFICE_USER)
                        .post("/office/first-administrator", form("kacho"))));
        calls.put("POST /office/staff/new", List.of(() -> administrator().post("/office/staff/new", form("hana"))));
        calls.put(route, List.of(() -> administrator().post(one, form(SampleOffice.LOGIN))));
        for (String act : List.of("/stop", "/restart", "/unlock", "/sign-ins", "/passkeys", "/password")) {
            calls.put(route + act, List.of(() -> administrator().post(one + act, Map.of())));
        }
        calls.put(
                "POST /office/account/password",
                List.of(
                        () -> changePassword("wrong", SampleOffice.PASSWORD),
                        () -> changePassword(SampleOffice.PASSWORD, "yama-no-ue-no-ki")));
        return calls;
    }

    private HttpResponse<String> passkey(String act, String field, String password) {
        return OfficeBrowser.of(office).post("/office/passkeys" + act, Map.of("id", "AAAA", field, password));
    }

    private HttpResponse<String> endOthers(String password) {
        return OfficeBrowser.of(office)
                .post("/office/account/sign-ins", Map.of("others", "true", "endingPassword", password));
    }

    private Map<String, List<Call>> others() {
        return Map.of(
                "POST /office/account/sign-ins",
                List.of(() -> endOthers("wrong"), () -> endOthers(SampleOffice.PASSWORD)),
                "POST /office/check",
                List.of(() -> check("wrong"), () -> check(SampleOffice.PASSWORD)),
                "POST /office/check/code",
                List.of(() -> browser.post("/office/check/code", Map.of("code", "x"))),
                "GET /operator/care-managers",
                List.of(() -> {
                    TestServer.bean(DemoAccounts.class)
                            .create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
                    return Browser.as(AccountRole.OPERATORS, "unyo").get("/operator/care-managers");
                }));
    }

    private HttpResponse<String> check(String password) {
        return browser.post("/office/check", Map.of("login", SampleOffice.LOGIN, "password", password));
    }

    private HttpResponse<String> changePassword(String present, String wanted) {
        office.with("other", InstitutionRole.GENERAL);
        return OfficeBrowser.as(office, "other")
                .post(
                        "/office/account/password",
                        Map.of("presentPassword", present, "newPassword", wanted, "newPasswordAgain", wanted));
    }

    private OfficeBrowser administrator() {
        return OfficeBrowser.as(office.withAdministrator(), SampleOffice.ADMINISTRATOR);
    }

    private static Map<String, String> form(String login) {
        return Map.of("login", login, "displayName", "見本", "mail", login + "@kiban.example", "jobs", "OTHER");
    }
}
