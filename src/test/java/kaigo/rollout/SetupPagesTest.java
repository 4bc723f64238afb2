package kaigo.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.intake.Answer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.rollout.rules.Precondition;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 初期セットアップ from an insurer that was only put to its 利用開始日, by screen and by API. */
class SetupPagesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Precondition> BY_HAND =
            List.of(Precondition.CONFORMS, Precondition.METHOD_CHOSEN, Precondition.CONTRACTED, Precondition.PIA_DONE);

    /** A call as the page shows it: method, type, JSON, path behind the insurer's. */
    private static final Pattern CALL = Pattern.compile(
            "curl \\$K(?: -X (PUT))?(?: -H 'Content-Type: ([^']+)')?(?: -d '([^']+)'| --data-binary \\S+)?"
                    + " \"\\$I(/[^\"?(]*?)(?=[\"?]|\\$\\()");

    private final InsurerNumber insurer = TestServer.insurerPreparing();
    private final Browser browser = Browser.of(insurer);
    private int minute;

    @Test
    void a_municipality_walks_from_its_preconditions_to_the_start_by_screen() {
        assertThat(browser.get("/setup").body())
                .contains("準備中です。")
                .contains("name=\"keep\"", "<input type=\"hidden\" name=\"step\" value=\"FIX_BASE_DATE\">");
        assertThat(step("BEGIN_LOAD", "")).contains("いまの状態では、この操作はできません");
        assertThat(step("FIX_BASE_DATE", "令和8年13月1日")).contains("日付として読めません");
        assertThat(step("FIX_BASE_DATE", "")).contains("日付を入力してください。");
        assertThat(step("FIX_BASE_DATE", "令和8年11月20日")).contains("基準日が決まりました。");
        assertThat(step("BEGIN_LOAD", "")).contains("まだ済んでいない前提条件があります。前提条件を");
        assertThat(post("/setup/preconditions", Map.of("precondition", "METHOD_CHOSEN", "met", "true")))
                .contains("方式①か方式②かを選んでください。");
        BY_HAND.forEach(this::met);
        assertThat(browser.get("/setup").body()).contains("連携方式の決定</strong>：方式②（画面からのファイル）", "連携方式の決定（方式②）：済みにしました");
        assertThat(refusal(initial(1))).isEqualTo("E1010");
        assertThat(step("BEGIN_LOAD", "")).contains("まだ済んでいない前提条件があります。前提条件を");
        Loads.load(insurer, file("T", 1));

        assertThat(step("BEGIN_LOAD", "")).contains("データ移行中です。");
        assertThat(refusal(initial(1).targetDate("20261119"))).isEqualTo("E1015");
        assertThat(refusal(file("D", 1))).isEqualTo("E1010");
        assertThat(step("AGREE_COUNTS", "")).as("nothing has come").contains("件数に違いがあるか");
        Loads.load(insurer, initial(2));
        assertThat(step("AGREE_COUNTS", "")).contains("件数に違いがあるか");
        assertThat(counts("３")).contains("違いがあります（−1）");
        assertThat(counts("many")).contains("M01 の件数は、数字だけで入力してください。").contains("value=\"many\"");
        assertThat(counts("2")).contains("すべての件数が同じです。");
        assertThat(step("AGREE_COUNTS", "")).contains("日次のファイルを受け付けています。利用開始日を決めてください。");

        assertThat(refusal(initial(1))).isEqualTo("E1010");
        assertThat(step("REOPEN_LOAD", "")).contains("データ移行中です。");
        assertThat(step("AGREE_COUNTS", "")).contains("利用開始日を決めてください。");
        Loads.load(insurer, file("D", 1));
        assertThat(step("REOPEN_LOAD", "")).contains("日次のファイルを登録した後なので");
        assertThat(step("FIX_START", "20200101")).contains("今日以後の日を入力してください。");
        assertThat(step("FIX_START", "20270401")).contains("利用開始日が決まりました。").contains("令和9年4月1日");
        assertThat(known().startedOn()).isEqualTo(LocalDate.of(2027, 4, 1));
        assertThat(known().baseDate()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void a_system_does_the_same_by_api() throws Exception {
        Systems system = Systems.of(insurer);
        String setup = "/v1/insurers/" + insurer.value() + "/setup";
        for (Precondition precondition : BY_HAND) {
            send(system, "PUT", setup + "/preconditions/" + precondition, said(precondition));
        }
        Loads.load(insurer, file("T", 1));
        send(system, "POST", setup + "/steps", Map.of("step", "FIX_BASE_DATE", "day", "2026-11-20"));
        send(system, "POST", setup + "/steps", Map.of("step", "BEGIN_LOAD"));
        Loads.load(insurer, initial(3));
        JsonNode refused =
                JSON.readTree(system.send("POST", setup + "/steps", "application/json", "{\"step\":\"AGREE_COUNTS\"}")
                        .body());
        assertThat(refused.get("refused").asString()).isEqualTo("COUNTS_DIFFER");
        JsonNode more = JSON.readTree(
                system.send("PUT", setup + "/counts", "application/json", "{\"counts\":{\"M01\":3,\"X02\":1}}")
                        .body());
        assertThat(more.get("refused").asString()).isEqualTo("NOT_COUNTED");
        send(system, "PUT", setup + "/counts", Map.of("counts", Map.of("M01", 3)));
        send(system, "POST", setup + "/steps", Map.of("step", "AGREE_COUNTS"));
        send(system, "POST", setup + "/steps", Map.of("step", "FIX_START", "day", "2027-04-01"));

        JsonNode end = JSON.readTree(system.get(setup).body());
        assertThat(end.get("state").asString()).isEqualTo("START_FIXED");
        assertThat(end.get("method").asString()).isEqualTo("API");
        assertThat(end.get("counts").get(0).get("registered").asInt()).isEqualTo(3);
        assertThat(known().takesDaily(TestServer.TODAY)).isTrue();
    }

    @Test
    void the_pages_tell_a_system_where_the_api_is_and_with_which_certificate() {
        assertThat(browser.get("/setup").body()).contains("href=\"/setup/api\"");
        assertThat(browser.get("/interfaces").body()).contains("href=\"/setup/api\"");
        assertThat(browser.get("/setup/api").body()).contains("この保険者の証明書は、まだ登録されていません。");
        IssuedCertificate certificate = Systems.issue(insurer, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
        assertThat(browser.get("/setup/api").body())
                .contains(">使えます<", ClientCertificates.fingerprint(certificate.certificate()))
                .contains("href=\"/openapi/kiban-v1.yaml\"")
                .contains("I=https://localhost:" + Systems.port() + "/v1/insurers/" + insurer.value() + "\n");
        TestServer.bean(ClientCertificates.class)
                .revoke(insurer, ClientCertificates.fingerprint(certificate.certificate()));
        assertThat(browser.get("/setup/api").body()).contains(">失効<").doesNotContain(">使えます<");
    }

    /** Each answer is held against the contract by {@link Systems}. */
    @Test
    void every_call_that_the_page_shows_is_answered_when_sent_as_it_stands() throws Exception {
        Systems system = Systems.of(insurer);
        List<MatchResult> calls =
                CALL.matcher(browser.get("/setup/api").body()).results().toList();
        assertThat(calls).hasSize(14);
        for (MatchResult call : calls) {
            String path = "/v1/insurers/" + insurer.value()
                    + call.group(4).replace("$p", "PIA_DONE").replace("$R", insurer.value() + "-20261122-000001");
            String type = Objects.requireNonNullElse(call.group(2), "none");
            int status = switch (type) {
                case "none" -> system.get(path).statusCode();
                case "application/pdf" ->
                    system.put(path + "0".repeat(64), type, new byte[1]).statusCode();
                case "application/json" ->
                    system.send(call.group(1) == null ? "POST" : "PUT", path, type, call.group(3))
                            .statusCode();
                default -> system.post(path, type, new byte[1]).statusCode();
            };
            assertThat(status).as(call.group()).isEqualTo(expected(path, type));
        }
    }

    /** No file and no PDF goes with it here, and nothing was received before. */
    private static int expected(String path, String type) {
        return type.equals("application/pdf") ? 422 : path.contains("-000001") && type.equals("none") ? 404 : 200;
    }

    @Test
    void an_insurer_whose_days_were_put_by_hand_stands_where_they_say() {
        Insurers insurers = TestServer.bean(Insurers.class);
        assertThat(browser.get("/setup").body()).contains("まだ記録はありません。");
        insurers.put(known().with(TestServer.TODAY, null, TestServer.TODAY.plusDays(30), null));
        assertThat(browser.get("/setup").body()).contains("データ移行中です。", "運用者が登録しました。");
        insurers.put(known().with(TestServer.TODAY, null));
        assertThat(browser.get("/setup").body()).contains("利用開始日を決めてください。", "REOPEN_LOAD");
        insurers.put(known().with(TestServer.TODAY, TestServer.TODAY));
        assertThat(browser.get("/setup").body())
                .as("what can't be taken back is not offered")
                .contains("利用開始日を迎えました。")
                .doesNotContain("REOPEN_LOAD", "FIX_START");
    }

    private static void send(Systems system, String method, String path, Object body) throws Exception {
        JsonNode done = JSON.readTree(system.send(method, path, "application/json", JSON.writeValueAsString(body))
                .body());
        assertThat(done.get("done").asBoolean())
                .as("%s %s: %s", method, path, done)
                .isTrue();
    }

    private static Map<String, ?> said(Precondition precondition) {
        return precondition == Precondition.METHOD_CHOSEN ? Map.of("met", true, "method", "API") : Map.of("met", true);
    }

    private String step(String step, String day) {
        return post("/setup/steps", Map.of("step", step, "day", day));
    }

    private void met(Precondition precondition) {
        Map<String, String> said = new HashMap<>(Map.of("precondition", precondition.name(), "met", "true"));
        if (precondition == Precondition.METHOD_CHOSEN) {
            said.put("method", "FILE");
        }
        post("/setup/preconditions", said);
    }

    private String counts(String m01) {
        return post("/setup/counts", Map.of("count-M01", m01));
    }

    private String post(String path, Map<String, String> fields) {
        Map<String, String> form = new TreeMap<>(fields);
        form.put("_csrf", browser.csrf());
        return browser.post(path, form).body();
    }

    private String refusal(M01File file) {
        Answer answer = Loads.offer(insurer, file.bytes(), null);
        return answer instanceof Answer.Refused refused ? refused.id() : "accepted";
    }

    private M01File initial(int persons) {
        return file("I", persons);
    }

    private M01File file(String process, int persons) {
        M01File file = new M01File(insurer, process).createdAt("2026112006%02d00".formatted(minute++));
        for (int i = 1; i <= persons; i++) {
            file.add(process.equals("D") ? "2" : "1", "900000000" + i, "123456789018", "架空　太郎");
        }
        return file;
    }

    private Insurer known() {
        return TestServer.bean(Insurers.class).find(insurer).orElseThrow();
    }
}
