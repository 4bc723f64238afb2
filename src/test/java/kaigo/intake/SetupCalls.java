package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;

/** The routes of the set-up, and those of 国保連合会 and operator. */
record SetupCalls(InsurerNumber insurer, Browser browser, Systems system) {

    Map<String, List<Call>> list() {
        Map<String, List<Call>> calls = new TreeMap<>(setup());
        calls.putAll(ofOtherRoles());
        return calls;
    }

    private Map<String, List<Call>> setup() {
        String api = "/v1/insurers/{insurerNumber}/setup";
        String own = api.replace("{insurerNumber}", insurer.value());
        String json = "application/json";
        return Map.of(
                "GET /setup",
                List.of(() -> browser.get("/setup")),
                "POST /setup/preconditions",
                List.of(() -> form(browser, "/setup/preconditions", "precondition=PIA_DONE&met=true")),
                "POST /setup/steps",
                List.of(
                        () -> form(browser, "/setup/steps", "step=BEGIN_LOAD"),
                        () -> form(browser, "/setup/steps", "step=FIX_START&day=x")),
                "POST /setup/counts",
                List.of(() -> form(browser, "/setup/counts", "count-M01=1")),
                "GET " + api,
                List.of(() -> system.get(own)),
                "PUT " + api + "/preconditions/{precondition}",
                List.of(() -> system.send("PUT", own + "/preconditions/PIA_DONE", json, "{\"met\":true}")),
                "PUT " + api + "/counts",
                List.of(() -> system.send("PUT", own + "/counts", json, "{\"counts\":{}}")),
                "POST " + api + "/steps",
                List.of(() -> system.send("POST", own + "/steps", json, "{\"step\":\"BEGIN_LOAD\"}")));
    }

    private Map<String, List<Call>> ofOtherRoles() {
        DemoAccounts accounts = TestServer.bean(DemoAccounts.class);
        InsurerNumber federation = new InsurerNumber("450000");
        accounts.create(NewAccount.of(federation, "kokuho", "見本　連子"), "国保連合会");
        accounts.create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本　運次"), "運用者");
        Browser claims = Browser.as(federation, "kokuho");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        String name = "K01_" + insurer.value() + "_D_20261120060000_001.csv";
        return Map.of(
                "GET /claims/{receipt}",
                List.of(() -> claims.get("/claims/" + insurer.value() + "-20261120-000001")),
                "PUT /claims",
                List.of(() -> Uploads.put(claims, "/claims", name, new byte[] {'x'})),
                "POST /claims",
                List.of(() ->
                        new Uploads.Multipart().file(name, new byte[] {'x'}).post(claims, "/claims", claims.csrf())),
                "POST /operator/insurers/{number}/preconditions",
                List.of(() -> form(
                        operator,
                        "/operator/insurers/" + insurer.value() + "/preconditions",
                        "precondition=CONTRACTED&met=true")));
    }

    private static HttpResponse<String> form(Browser browser, String path, String fields) {
        Map<String, String> form = new TreeMap<>(Map.of("_csrf", browser.csrf()));
        for (String field : fields.split("&", -1)) {
            int equals = field.indexOf('=');
            form.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return browser.post(path, form);
    }
}
