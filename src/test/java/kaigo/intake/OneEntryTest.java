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
import kaigo.Handles;
import kaigo.Routes;
import kaigo.demo.DemoAccounts;
import kaigo.documents.Pdfs;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every answer has exactly one audit entry with its request id (settled 16), over real HTTP, on every route there is. */
class OneEntryTest extends ApiCase {

    private static final String API = "/v1/insurers/{insurerNumber}/{ifId}/registrations";
    private static final String DOCUMENTS = "/v1/insurers/{insurerNumber}/documents/{sha256}";
    private static final String PERSON = "9000000001";

    private final Browser browser = Browser.of(insurer);
    private int minute;

    /** A call of a route. */
    interface Call {
        HttpResponse<String> send() throws IOException;
    }

    @Test
    void every_answer_of_every_route_has_one_entry() throws IOException {
        Receipt loaded = Loads.load(insurer, nextFile().add("1", PERSON, "", "架空　太郎"));
        Map<String, List<Call>> calls = new TreeMap<>(screens(loaded));
        calls.putAll(api(loaded));
        calls.putAll(new SetupCalls(insurer, browser, system).list());
        calls.put("PUT " + DOCUMENTS, documents());
        calls.putAll(reconciliations());
        calls.putAll(ReadingCalls.of(insurer).list());
        calls.putAll(SendingCalls.of(insurer).list());
        calls.putAll(OfficeCalls.of(insurer).list());
        calls.putAll(UserCalls.of(insurer).list());
        calls.putAll(new InsuredCalls(browser, insurer, PERSON).list());
        calls.putAll(new LogCalls(insurer, browser, PERSON).list());
        calls.putAll(OperatorCalls.of(insurer, PERSON).list());
        calls.putAll(CommitteeCalls.of(insurer, browser).list());
        calls.put("POST /sign-in/code", MemberCalls.of(insurer).list());
        calls.put("POST /account/password", MemberCalls.of(insurer).passwords());
        calls.put("POST /account/sign-ins", MemberCalls.of(insurer).signIns());
        Set<String> known = new TreeSet<>(NoRecord.ROUTES.keySet());
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
        String person = Handles.of(insurer, PERSON);
        String nobody = Handles.of(insurer, "9999999999");
        return Map.ofEntries(
                Map.entry("GET /", List.of(() -> browser.get("/"))),
                Map.entry("GET /day", List.of(() -> browser.get("/day"), () -> browser.get("/day?date=20261119"))),
                Map.entry(
                        "GET /day.csv",
                        List.of(() -> browser.get("/day.csv"), () -> browser.get("/day.csv?date=20261119"))),
                Map.entry("GET /files", List.of(() -> browser.get("/files"))),
                Map.entry("GET /files/{receipt}", List.of(() -> browser.get(file), () -> browser.get(absent))),
                Map.entry(
                        "POST /files/{receipt}/handled",
                        List.of(
                                () -> browser.post(file + "/handled", cause()),
                                () -> browser.post(absent + "/handled", cause()))),
                Map.entry(
                        "GET /files/{receipt}/result.csv",
                        List.of(() -> browser.get(file + "/result.csv"), () -> browser.get(absent + "/result.csv"))),
                Map.entry("GET /files/{receipt}/result.json", List.of(() -> browser.get(file + "/result.json"))),
                Map.entry(
                        "GET /cases", List.of(() -> browser.get("/cases"), () -> browser.get("/cases?kind=RECORDED"))),
                Map.entry(
                        "GET /cases/{person}",
                        List.of(() -> browser.get("/cases/" + person), () -> browser.get("/cases/" + nobody))),
                Map.entry(
                        "POST /cases/{person}/answer",
                        List.of(() -> act("answer", Map.of("question", "OWN_RECORDS", "choice", "NOT_FOUND")))),
                Map.entry("POST /cases/{person}/take-back", List.of(() -> act("take-back", Map.of()))),
                Map.entry(
                        "POST /cases/{person}/record",
                        List.of(() -> act("record", Map.of("note", "")), () -> act("record", Map.of("note", "記録")))),
                Map.entry(
                        "GET /records/{person}",
                        List.of(() -> browser.get("/records/" + person), () -> browser.get("/records/" + nobody))),
                Map.entry("PUT /upload", List.of(this::putTwice, this::putArchive)),
                Map.entry("POST /upload", List.of(this::postForm)));
    }

    private Map<String, String> cause() {
        return Map.of("cause", "E3005", "_csrf", browser.csrf());
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

    /** New, known, and refused. */
    private List<Call> documents() {
        byte[] pdf = Pdfs.plain(1, "entry");
        String path = DOCUMENTS.replace("{insurerNumber}", insurer.value()).replace("{sha256}", Pdfs.sha256(pdf));
        return List.of(
                () -> system.put(path, "application/pdf", pdf),
                () -> system.put(path, "application/pdf", pdf),
                () -> system.put(path, "application/pdf", new byte[] {1}));
    }

    private Map<String, List<Call>> reconciliations() {
        Q01File stated = new Q01File(insurer).process("I").add("M01", PERSON, "", "", "0".repeat(64));
        Receipt receipt = Loads.accepted(Loads.offer(insurer, stated.bytes(), null));
        String page = "/reconciliation/" + receipt;
        String absent = "/reconciliation/" + insurer.value() + "-20260101-000001";
        String api = "/v1/insurers/" + insurer.value() + "/reconciliations/";
        String route = "/v1/insurers/{insurerNumber}/reconciliations/{receiptNo}";
        return Map.of(
                "GET /reconciliation",
                List.of(() -> browser.get("/reconciliation")),
                "POST /reconciliation",
                List.of(() -> compare(receipt.toString()), () -> compare(insurer.value() + "-20260101-000001")),
                "GET /reconciliation/{receipt}",
                List.of(() -> browser.get(page), () -> browser.get(absent)),
                "GET /reconciliation/{receipt}/differences.csv",
                List.of(() -> browser.get(page + "/differences.csv"), () -> browser.get(absent + "/differences.csv")),
                "POST " + route,
                List.of(() -> system.post(api + receipt, CSV, new byte[0])),
                "GET " + route,
                List.of(() -> system.get(api + receipt)),
                "GET " + route + "/differences",
                List.of(() -> system.get(api + receipt + "/differences")));
    }

    private HttpResponse<String> compare(String receipt) {
        return browser.post("/reconciliation", Map.of("receipt", receipt, "_csrf", browser.csrf()));
    }

    /** Method, path, and what it produces where a path has several handlers. */
    private static Set<String> routes() {
        return Routes.all().stream().flatMap(OneEntryTest::routes).collect(Collectors.toCollection(TreeSet::new));
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
        return browser.post("/cases/" + Handles.of(insurer, PERSON) + "/" + act, form);
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
        byte[] zip = ArchiveTest.zipOf(
                one.name(1), one.bytes(), "a.pdf", Pdfs.plain(1, "entry"), other.name(2), other.bytes());
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
                && (NoRecord.ROUTES.containsKey("GET " + one.uri().getPath())
                        || one.uri().getPath().matches("/(operator|office/staff)/.*")));
        return all;
    }
}
