package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** ファイルを送る, by mouse and by keyboard, and what is seen of it meanwhile. */
@Tag("browser")
class SendingJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void two_files_and_an_archive_are_dropped_shown_and_only_then_sent() throws IOException {
        Page page = upload();
        drop(page, payload(1), payload(2), archive(payload(3)));
        assertThat(page.locator("#chosen")).containsText("3 件を選びました");
        assertThat(page.locator("#chosen")).containsText("files.zip");
        assertThat(page.locator("#outcomes li")).hasCount(0);
        chromium.inspect(page, "upload-chosen");

        send(page);
        assertThat(page.locator("#upload-state")).containsText("受け付けたもの 3 件、受け付けられなかったもの 0 件");
        assertThat(page.locator("#outcomes .accepted")).hasCount(3);
        assertThat(page.locator("#chosen")).isEmpty();
    }

    @Test
    void an_index_goes_behind_what_may_hold_the_documents_that_it_names() {
        Page page = upload();
        FilePayload index = new FilePayload(file(1).name(1).replace("M01", "M12"), "text/csv", new byte[] {'x'});
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("PUT")) {
                sent.add(request.headers().get("x-file-name"));
            }
        });
        drop(page, index, payload(1));
        send(page);
        assertThat(page.locator("#upload-state")).containsText("送り終えました");
        assertThat(sent).containsExactly(payload(1).name, index.name);
    }

    @Test
    void what_was_refused_stands_first_when_all_is_sent() {
        Page page = upload();
        FilePayload wrong = new FilePayload("planted.csv", "text/csv", new byte[] {'x'});
        drop(page, payload(1), wrong);
        send(page);
        assertThat(page.locator("#upload-state")).containsText("受け付けたもの 1 件、受け付けられなかったもの 1 件");
        assertThat(page.locator("#outcomes .name")).hasText(new String[] {wrong.name, payload(1).name});
    }

    @Test
    void nothing_that_was_refused_is_said_to_go_on() {
        Page page = upload();
        drop(page, new FilePayload("planted.csv", "text/csv", new byte[] {'x'}));
        send(page);
        assertThat(page.locator("#upload-state")).hasText("送り終えました。受け付けたもの 0 件、受け付けられなかったもの 1 件です。");
    }

    @Test
    void sending_nothing_is_an_error_beside_the_field() {
        Page page = upload();
        send(page);
        assertThat(page.locator("#files-error")).containsText("ファイルが選ばれていません");
        assertThat(page.locator("#files")).isFocused();
        assertThat(page.locator("#files")).hasAttribute("aria-invalid", "true");
        chromium.inspect(page, "upload-nothing");
    }

    @Test
    void the_button_is_ours_in_a_browser_of_another_language_and_works_by_keyboard() {
        for (boolean script : List.of(true, false)) {
            Page page = chromium.open(
                    new Browser.NewContextOptions().setLocale("en-US").setJavaScriptEnabled(script));
            Chromium.signIn(page, insurer).navigate("/upload");
            assertThat(page.locator(".chooser label")).hasText("ファイルを選ぶ");
            assertThat(page.evaluate("getComputedStyle(files, '::file-selector-button').display"))
                    .isEqualTo("none");

            List<FileChooser> choosers = new ArrayList<>();
            page.onFileChooser(choosers::add);
            page.locator("#files").focus();
            page.keyboard().press("Space");
            page.waitForCondition(() -> !choosers.isEmpty());
            choosers.getFirst().setFiles(payload(script ? 1 : 2));
            send(page);
            assertThat(page.locator("#outcomes .accepted")).hasCount(1);
        }
    }

    @Test
    void leaving_the_page_is_warned_of_while_bytes_are_sent_and_not_afterwards() {
        Page page = upload();
        List<Route> held = new ArrayList<>();
        List<String> dialogs = new ArrayList<>();
        page.onDialog(dialog -> {
            dialogs.add(dialog.type());
            dialog.dismiss();
        });
        page.route("**/upload", held::add);
        drop(page, payload(1));
        send(page);
        assertThat(page.locator("#upload-state")).containsText("この画面を閉じないでください");
        leave(page);
        page.waitForCondition(() -> !held.isEmpty() && !dialogs.isEmpty());
        assertThat(dialogs).containsExactly("beforeunload");

        held.getFirst().resume();
        assertThat(page.locator("#upload-state")).containsText("送り終えました");
        page.waitForClose(() -> leave(page));
        assertThat(dialogs).hasSize(1);
    }

    @Test
    void a_page_of_a_file_in_work_moves_by_itself_and_leaves_the_focus_where_it_is() {
        Page page = chromium.staff(insurer);
        Page colleague = chromium.staff(insurer);
        Loads.withoutLoading(() -> {
            Receipt receipt = Loads.send(insurer, file(1));
            page.navigate("/files/" + receipt);
            colleague.navigate("/files");
            assertThat(page.locator("#state")).hasText("受付済");
            assertThat(colleague.locator("#files progress")).hasCount(1);
            page.locator("#only-all").focus();
        });
        assertThat(page.locator("#state")).hasText("処理完了（エラー）");
        assertThat(page.locator("#live")).containsText("E5002");
        assertThat(page.locator("#only-all")).isFocused();
        assertThat(colleague.locator("#files .state-fail")).hasCount(1);
    }

    private Page upload() {
        Page page = chromium.staff(insurer);
        page.navigate("/upload");
        return page;
    }

    private static void send(Page page) {
        Chromium.press(page.locator("main"), "送る");
    }

    /** As closing the tab does; the page may object. */
    private static void leave(Page page) {
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
    }

    private static void drop(Page page, FilePayload... files) {
        List<Map<String, String>> contents = new ArrayList<>();
        for (FilePayload file : files) {
            contents.add(Map.of("name", file.name, "bytes", Base64.getEncoder().encodeToString(file.buffer)));
        }
        JSHandle transfer = page.evaluateHandle("""
                files => {
                  const transfer = new DataTransfer();
                  for (const file of files) {
                    transfer.items.add(new File([Uint8Array.from(atob(file.bytes), c => c.charCodeAt(0))], file.name));
                  }
                  return transfer;
                }""", contents);
        for (String event : List.of("dragenter", "dragover", "drop")) {
            page.dispatchEvent("#drop", event, Map.of("dataTransfer", transfer));
        }
    }

    private M01File file(int sequence) {
        return new M01File(insurer, "D").add("1", "900000000" + sequence, "", "架空　太郎");
    }

    private FilePayload payload(int sequence) {
        return new FilePayload(
                file(sequence).name(sequence), "text/csv", file(sequence).bytes());
    }

    private static FilePayload archive(FilePayload entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry.name));
            zip.write(entry.buffer);
        }
        return new FilePayload("files.zip", "application/zip", bytes.toByteArray());
    }
}
