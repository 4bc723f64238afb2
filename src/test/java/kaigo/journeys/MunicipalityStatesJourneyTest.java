package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The states of the municipality's pages that an ordinary day passes by: refused, overtaken, recorded, under way, of another day. */
@Tag("browser")
class MunicipalityStatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String PERSON = "9000000001";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String oneCase = "/cases/" + Handles.of(insurer, PERSON);

    @Test
    void whoever_cannot_sign_in_is_told_so_and_nothing_else() {
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        Chromium.fill(page, insurer, "no-such-user");
        assertThat(page.locator("#errors")).containsText("サインインできませんでした");
        chromium.inspect(page, "sign-in-refused");
    }

    @Test
    void a_case_that_a_colleague_has_answered_meanwhile_shows_where_it_now_is_and_goes_back() {
        Page page = chromium.staff(insurer);
        page.navigate("/cases");
        assertThat(page.locator("main")).containsText("確認が必要な方はいません");
        chromium.inspect(page, "cases-none");
        Loads.load(insurer, new M01File(insurer, "D").add("1", PERSON, "", "架空　太郎"));
        page.navigate(oneCase);
        Page colleague = chromium.staff(insurer);
        colleague.navigate(oneCase);
        Chromium.press(colleague.locator(".step"), "確認できなかった");
        assertThat(colleague.locator(".history")).containsText("確認できなかった");
        Chromium.press(page.locator(".step"), "確認できなかった");
        assertThat(page.locator(".notice-warning")).isVisible();
        chromium.inspect(page, "case-overtaken");
        Chromium.press(page.locator("main"), "ひとつ前の手順に戻る");
        assertThat(page.locator(".history .taken-back")).hasCount(1);
        chromium.inspect(page, "case-taken-back");
    }

    @Test
    void an_exempt_person_needs_a_note_and_is_recorded() {
        Loads.load(insurer, new M01File(insurer, "D").add("1", PERSON, "123456789018", "架空　太郎"));
        Loads.database()
                .sql("update insured.link set state = 3, error = 'E5001' where insurer_number = ?")
                .param(insurer.value())
                .update();
        Page page = chromium.staff(insurer);
        page.navigate(oneCase);
        Chromium.press(page.locator(".step"), "正しい");
        Chromium.press(page.locator(".step"), "適用除外者である");
        page.locator("#note").fill("　");
        Chromium.press(page.locator(".step"), "記録する");
        assertThat(page.locator("#note-error")).containsText("確認した内容を入力してください");
        chromium.inspect(page, "case-note-wrong");
        page.locator("#note").fill("生活保護の担当課に確認（11月20日）");
        Chromium.press(page.locator(".step"), "記録する");
        assertThat(page.locator("main")).containsText("記録済みです");
        chromium.inspect(page, "case-recorded");
    }

    @Test
    void a_file_under_way_and_one_that_was_refused_say_so_everywhere() {
        Page page = chromium.staff(insurer);
        M01File file = new M01File(insurer, "D").add("1", PERSON, "", "架空　太郎");
        Receipt[] sent = new Receipt[2];
        Loads.withoutLoading(() -> {
            sent[0] = Loads.send(insurer, file);
            page.navigate("/files/" + sent[0]);
            assertThat(page.locator("#state")).hasText("受付済");
            chromium.inspect(page, "file-moving");
            page.navigate("/files");
            assertThat(page.locator("#files progress")).hasCount(1);
            chromium.inspect(page, "files-moving");
            page.navigate("/day");
            chromium.inspect(page, "day-moving");
            sent[1] = ofTheDayBefore(sent[0]);
        });
        Loads.awaitFinal(sent[1]);
        page.navigate("/files/" + sent[1]);
        assertThat(page.locator(".notice-error")).containsText("作成日時が、すでに反映したファイルより前です");
        assertThat(page.locator("main")).not().containsText("エラーも警告もありません");
        chromium.inspect(page, "file-refused");
        page.navigate("/day?date=20261115");
        assertThat(page.locator("main")).containsText("令和8年11月15日");
        chromium.inspect(page, "day-past");
    }

    /** Taken while the other was begun, which so overtakes it. */
    private Receipt ofTheDayBefore(Receipt begun) {
        Loads.database()
                .sql("update intake.file set status = 20 where insurer_number = ? and receipt = ?")
                .params(insurer.value(), begun.number())
                .update();
        return Loads.send(
                insurer,
                new M01File(insurer, "D")
                        .targetDate("20261119")
                        .createdAt("20261119050000")
                        .add("1", PERSON, "", "架空　次郎"));
    }

    /** As a browser without script sends it. */
    @Test
    void without_script_nothing_chosen_comes_back_with_the_page() {
        Page page = chromium.staff(insurer);
        page.navigate("/upload");
        page.evaluate("HTMLFormElement.prototype.submit.call(upload)");
        assertThat(page.locator("#errors")).isVisible();
        chromium.inspect(page, "upload-plain-nothing");
    }
}
