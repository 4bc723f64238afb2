package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Await;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

class UploadTest {

    private static final Pattern RECEIPT = Pattern.compile("/files/([0-9]{6}-[0-9]{8}-[0-9]{6})");
    private static final String NUMBER = "123456789018";

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final Browser browser = Browser.of(insurer);

    @Test
    void a_file_sent_as_a_body_is_received_and_its_result_is_shown() {
        M01File file = new M01File(insurer, "I")
                .add("1", "9000000001", NUMBER, "架空　太郎")
                .add("1", "9000000002", "", "架空　花子");

        HttpResponse<String> answer = Uploads.put(browser, file.name(1), file.bytes());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("受け付けました").contains(file.name(1));
        String receipt = receipt(answer.body());
        awaitFinal(receipt);

        String list = browser.get("/files").body();
        assertThat(list).contains(receipt).contains("処理完了（エラー）").contains("tanto");
        assertThat(list).doesNotContain("hx-trigger");
        String page = browser.get("/files/" + receipt).body();
        assertThat(page).contains("E5002").contains("マイナンバーがないため").contains("9000000002");
        assertThat(page).doesNotContain("9000000001");
        assertThat(browser.get("/files/" + receipt + "?only=ALL").body()).contains("9000000001");
        HttpResponse<String> csv = browser.get("/files/" + receipt + "/result.csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("_RES.csv");
        assertThat(csv.body().lines()).hasSize(4).element(2).asString().contains("E5002");
        assertThat(browser.get("/files/" + receipt + "/result.json").body()).contains("\"9000000001\"");
        assertThat(csv.body() + page + list).doesNotContain("架空　太郎").doesNotContain(NUMBER);
    }

    @Test
    void progress_is_the_servers_for_everyone_who_comes_later() {
        Browser colleague = Browser.of(insurer);
        M01File file = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");
        String receipt = holdLoading(() -> {
            String received =
                    receipt(Uploads.put(browser, file.name(1), file.bytes()).body());
            assertThat(colleague.get("/files/" + received).body())
                    .contains("受付済")
                    .contains("1 件のうち 0 件")
                    .contains("画面を読み込み直すと");
            return received;
        });

        awaitFinal(receipt);
        assertThat(Browser.of(insurer).get("/files").body()).contains(receipt).contains("処理完了（正常）");
    }

    @Test
    void a_page_that_asks_again_looks_at_nobody_until_something_has_changed() {
        M01File file = new M01File(insurer, "I").add("1", "9000000001", "", "架空　太郎");
        List<String> again = new ArrayList<>();
        String receipt = holdLoading(() -> {
            String received =
                    receipt(Uploads.put(browser, file.name(1), file.bytes()).body());
            again.add(again(browser.get("/files/" + received).body()));
            again.add(again(browser.get("/files").body()));
            assertThat(again)
                    .allSatisfy(address -> assertThat(browser.get(address))
                            .returns(204, HttpResponse::statusCode)
                            .returns("", HttpResponse::body));
            return received;
        });

        awaitFinal(receipt);
        assertThat(browser.get(again.getFirst()).body()).contains("9000000001");
        assertThat(browser.get(again.getLast()).body()).contains("処理完了（エラー）");
    }

    private static String holdLoading(Supplier<String> body) {
        AtomicReference<String> result = new AtomicReference<>("");
        Loads.withoutLoading(() -> result.set(body.get()));
        return result.get();
    }

    private static String again(String page) {
        Matcher address = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(page);
        assertThat(address.find()).as("a page that asks again").isTrue();
        return address.group(1).replace("&amp;", "&");
    }

    @Test
    void the_same_file_again_names_its_first_receipt() {
        M01File file = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");
        String first = receipt(Uploads.put(browser, file.name(1), file.bytes()).body());

        String again = Uploads.put(browser, file.name(1), file.bytes()).body();
        assertThat(again).contains("E1008").contains("受け付けられませんでした");
        assertThat(receipt(again)).isEqualTo(first);
    }

    @Test
    void a_form_without_script_sends_several_files() throws IOException {
        M01File one = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");
        M01File other = new M01File(insurer, "I").createdAt("20261120053001").add("1", "9000000002", NUMBER, "架空　次郎");
        Uploads.Multipart form = new Uploads.Multipart()
                .file(one.name(1), one.bytes())
                .file("wrong.csv", "x".getBytes(StandardCharsets.UTF_8))
                .file(other.name(1), other.bytes());

        String page = form.post(browser, browser.csrf()).body();
        assertThat(page).contains(one.name(1)).contains(other.name(1)).contains("E1001");
        assertThat(RECEIPT.matcher(page).results().count()).isEqualTo(2);
        assertThat(browser.get("/upload").body()).doesNotContain(one.name(1));
    }

    @Test
    void an_archive_is_received_entry_by_entry() {
        M01File one = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");
        byte[] zip = ArchiveTest.zipOf(one.name(1), one.bytes(), "folder/two.csv", new byte[] {'x'});

        String answer = Uploads.put(browser, "files.zip", zip).body();
        assertThat(answer).contains(one.name(1)).contains("受け付けました");
        assertThat(answer).contains("folder/two.csv").contains("フォルダーに入ったファイルは受け付けられません");
    }

    @Test
    void a_form_without_its_token_or_without_a_file_sends_nothing() throws IOException {
        M01File file = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");

        assertThat(new Uploads.Multipart()
                        .file(file.name(1), file.bytes())
                        .post(browser, "wrong")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Uploads.Multipart()
                        .file("", new byte[0])
                        .post(browser, browser.csrf())
                        .body())
                .contains("ファイルが選ばれていません");
        assertThat(browser.get("/files").body()).contains("まだ何も受け付けていません");
    }

    @Test
    void the_receipt_of_another_insurer_looks_absent() {
        M01File file = new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎");
        String receipt =
                receipt(Uploads.put(browser, file.name(1), file.bytes()).body());
        Browser stranger = Browser.of(TestServer.insurerLoading());

        HttpResponse<String> forbidden = stranger.get("/files/" + receipt);
        HttpResponse<String> absent = stranger.get("/files/" + receipt.replaceAll("[0-9]{6}$", "999999"));
        assertThat(forbidden.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
        assertThat(forbidden.body().replaceAll("<code>[^<]*</code>|value=\"[^\"]*\"", ""))
                .isEqualTo(absent.body().replaceAll("<code>[^<]*</code>|value=\"[^\"]*\"", ""));
        assertThat(stranger.get("/files/" + receipt + "/result.csv").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_sender_whose_session_is_over_is_told_so() {
        HttpResponse<String> answer =
                new Browser().send(browser.request("/files").header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Refresh")).contains("true");
    }

    private void awaitFinal(String receipt) {
        Await.until(() -> !browser.get("/files/" + receipt).body().contains("hx-trigger"), Duration.ofSeconds(30));
    }

    private static String receipt(String body) {
        Matcher receipt = RECEIPT.matcher(body);
        assertThat(receipt.find()).as("a receipt").isTrue();
        return receipt.group(1);
    }
}
