package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every answer has exactly one audit entry with its request id (settled 16), over real HTTP, on every route there is. */
class OneEntryTest extends ApiCase {

    private static final String API = "/v1/insurers/{insurerNumber}/{ifId}/registrations";
    private static final String PERSON = "9000000001";

    /** Routes that neither show nor change a record. A new route stands here with its reason, or is called below. */
    private static final Map<String, String> NO_RECORD = Map.of(
            "GET /upload", "an empty form, and what was said about the files just sent",
            "GET /sign-in", "an empty form",
            "POST /sign-in/refused", "only by forward: the try is on record before",
            "ANY /error", "only by forward",
            "GET /openapi/kiban-v1.yaml", "the contract",
            "GET /claims", "an empty form",
            "GET /operator", "states of set-ups, nobody's record",
            "GET /operator/insurers/{number}", "the state of a set-up, nobody's record");

    private final Browser browser = Browser.of(insurer);
    private int minute;

    private interface Call {
        HttpResponse<String> send() throws IOException;
    }

    @Test
    void every_answer_of_every_route_has_one_entry() throws IOException {
        Receipt loaded = Loads.load(insurer, nextFile().add("1", PERSON, "", "架空　太郎"));
        Map<String, List<Call>> calls = new TreeMap<>(screens(loaded));
        calls.putAll(api(loaded));
        calls.putAll(setup());
        calls.putAll(ofOtherRoles());
        Set<String> known = new TreeSet<>(NO_RECORD.keySet());
        known.addAll(calls.keySet());
        assertThat(routes()).isEqualTo(known);

        Map<String, Long> wrong = new TreeMap<>();
        for (var route : calls.entrySet()) {
            for (Call call : route.getValue()) {
                HttpResponse<String> answer = call.send();
                for (HttpResponse<String> one : withRedirects(answer)) {
                    long entries = Entries.count(one);
                    if (entries != 1) {
                        wrong.put(route.getKey() + " " + one.statusCode(), entries);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_sign_in_and_every_refusal_of_one_has_one_entry() {
        for (String login : List.of(DemoAccounts.LOGIN, "nobody")) {
            for (String password : List.of(DemoAccounts.PASSWORD, "not the password")) {
                withRedirects(new Browser().signIn(insurer.value(), login, password))
                        .forEach(answer -> assertThat(Entries.count(answer)).isOne());
            }
        }
    }

    private Map<String, List<Call>> screens(Receipt loaded) {
        String file = "/files/" + loaded;
        String absent = "/files/" + insurer.value() + "-20260101-000001";
        String person = "/cases/" + PERSON;
        return Map.ofEntries(
                Map.entry("GET /", List.of(() -> browser.get("/"))),
                Map.entry("GET /files", List.of(() -> browser.get("/files"))),
                Map.entry("GET /files/{receipt}", List.of(() -> browser.get(file), () -> browser.get(absent))),
                Map.entry(
                        "GET /files/{receipt}/result.csv",
                        List.of(() -> browser.get(file + "/result.csv"), () -> browser.get(absent + "/result.csv"))),
                Map.entry("GET /files/{receipt}/result.json", List.of(() -> browser.get(file + "/result.json"))),
                Map.entry(
                        "GET /cases", List.of(() -> browser.get("/cases"), () -> browser.get("/cases?kind=RECORDED"))),
                Map.entry(
                        "GET /cases/{number}",
                        List.of(() -> browser.get(person), () -> browser.get("/cases/9999999999"))),
                Map.entry(
                        "POST /cases/{number}/answer",
                        List.of(() -> act("answer", Map.of("question", "OWN_RECORDS", "choice", "NOT_FOUND")))),
                Map.entry("POST /cases/{number}/take-back", List.of(() -> act("take-back", Map.of()))),
                Map.entry(
                        "POST /cases/{number}/record",
                        List.of(() -> act("record", Map.of("note", "")), () -> act("record", Map.of("note", "記録")))),
                Map.entry("PUT /upload", List.of(this::putTwice, this::putArchive)),
                Map.entry("POST /upload", List.of(this::postForm)));
    }

    private Map<String, List<Call>> api(Receipt loaded) {
        String one = path() + "/" + loaded;
        String absent = path() + "/" + insurer.value() + "-20260101-000001";
        return Map.of(
                "POST " + API,
                List.of(
                        () -> system.post(path(), CSV, nextFile().bytes()),
                        () -> system.post(path(), CSV, file(minute).bytes()),
                        this::nothing),
                "GET " + API,
                List.of(() -> system.get(path()), () -> system.get(path() + "?limit=1")),
                "GET " + API + "/{receiptNo}",
                List.of(() -> system.get(one), () -> system.get(absent)),
                "GET " + API + "/{receiptNo}/results",
                List.of(() -> system.get(one + "/results"), () -> system.get(absent + "/results")),
                "GET " + API + "/{receiptNo}/results text/csv",
                List.of(() -> whole(one, CSV), () -> whole(absent, CSV)),
                "GET " + API + "/{receiptNo}/results application/x-ndjson",
                List.of(() -> whole(one, NDJSON)));
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
                "PUT /claims", List.of(() -> Uploads.put(claims, "/claims", name, new byte[] {'x'})),
                "POST /claims",
                        List.of(() -> new Uploads.Multipart()
                                .file(name, new byte[] {'x'})
                                .post(claims, "/claims", claims.csrf())),
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

    /** From the running server's own mapping: method, path, and what it produces where a path has several handlers. */
    private static Set<String> routes() {
        RequestMappingHandlerMapping mapping = TestServer.bean(DispatcherServlet.class)
                .getWebApplicationContext()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(OneEntryTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        String method =
                methods.isEmpty() ? "ANY" : methods.stream().map(Enum::name).collect(Collectors.joining("|"));
        String produced = route.getProducesCondition().getProducibleMediaTypes().stream()
                .filter(type -> route.getPatternValues().stream().anyMatch(path -> path.endsWith("/results")))
                .map(type -> " " + type)
                .collect(Collectors.joining());
        return route.getPatternValues().stream().map(path -> method + " " + path + produced);
    }

    private HttpResponse<String> act(String act, Map<String, String> fields) {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("_csrf", browser.csrf());
        form.put("seen", "0");
        return browser.post("/cases/" + PERSON + "/" + act, form);
    }

    private HttpResponse<String> putTwice() {
        M01File file = nextFile();
        assertThat(Entries.count(Uploads.put(browser, file.name(1), file.bytes())))
                .isOne();
        return Uploads.put(browser, file.name(1), file.bytes());
    }

    private HttpResponse<String> putArchive() {
        M01File one = nextFile();
        M01File other = nextFile();
        byte[] zip = ArchiveTest.zipOf(one.name(1), one.bytes(), other.name(2), other.bytes());
        return Uploads.put(browser, "files.zip", zip);
    }

    private HttpResponse<String> postForm() throws IOException {
        M01File one = nextFile();
        M01File other = nextFile();
        return new Uploads.Multipart()
                .file(one.name(1), one.bytes())
                .file("wrong.csv", new byte[] {'x'})
                .file(other.name(2), other.bytes())
                .post(browser, browser.csrf());
    }

    private HttpResponse<String> whole(String file, String type) throws IOException {
        return system.get(file + "/results", "Accept", type);
    }

    private M01File nextFile() {
        return file(++minute);
    }

    private M01File file(int created) {
        return new M01File(insurer, "I")
                .createdAt("2026112005%02d00".formatted(created))
                .add("1", "%010d".formatted(9_100_000_000L + created), "", "架空　花子");
    }

    private static List<HttpResponse<String>> withRedirects(HttpResponse<String> answer) {
        List<HttpResponse<String>> all = new ArrayList<>(List.of(answer));
        answer.previousResponse().ifPresent(before -> all.addAll(withRedirects(before)));
        // A page without a record may end a chain: the form after an upload.
        all.removeIf(one -> one.request().method().equals("GET")
                && (NO_RECORD.containsKey("GET " + one.uri().getPath())
                        || one.uri().getPath().startsWith("/operator/")));
        return all;
    }
}
