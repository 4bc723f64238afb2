package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import kaigo.TestServer;
import kaigo.demo.DemoPersons;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The insured signs in by the simulated OpenID Connect provider, in the system's browser. */
@Tag("browser")
class PersonJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final DemoPersons persons = TestServer.bean(DemoPersons.class);

    @Test
    void somebody_whose_key_is_linked_gets_in_and_out_again() {
        String number = insurer.value() + "0001";
        Loads.load(insurer, new M01File(insurer, "D").add("1", number, myNumber("01"), "架空　太郎"));
        persons.add(number, "架空　太郎", myNumber("01"));
        Page page = chromium.open(true);
        page.navigate("/my");
        assertThat(page.locator("h1")).containsText("ご本人のサインイン");
        chromium.inspect(page, "person-sign-in");
        choose(page, number);
        assertThat(page.locator("main")).containsText(number);
        chromium.inspect(page, "person-home");
        Assertions.assertThat(page.request().get("/files").url()).contains("/files");
        Assertions.assertThat(page.request().get("/files").status()).isEqualTo(403);
        Assertions.assertThat(page.request().get("/office").status()).isEqualTo(401);

        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("main")).containsText("サインアウトしました");
        page.navigate("/my");
        assertThat(page.locator("h1")).containsText("ご本人のサインイン");
        Assertions.assertThat(events("insured:%")).contains("SIGNED_IN", "SIGNED_OUT");
    }

    @Test
    void the_way_back_from_another_site_brings_the_session_along() {
        String number = insurer.value() + "0002";
        Loads.load(insurer, new M01File(insurer, "D").add("1", number, myNumber("02"), "架空　花子"));
        persons.add(number, "架空　花子", myNumber("02"));
        Page page = chromium.open(true);
        page.navigate("/my/sign-in");
        page.locator("main a.button").click();
        page.navigate(page.url().replaceFirst("localhost", "127.0.0.1"));
        page.locator("main a[href*='person=" + number + "']").click();
        assertThat(page.locator("main")).containsText(number);
    }

    @Test
    void somebody_without_a_file_here_is_told_where_to_ask() {
        persons.add("0000099999", "架空　無名", myNumber("03"));
        Page page = chromium.open(true);
        page.navigate("/my/sign-in");
        choose(page, "0000099999");
        assertThat(page.locator("main")).containsText("お手続きの情報が見つかりませんでした");
        chromium.inspect(page, "person-unknown");
    }

    @Test
    void an_answer_that_was_not_asked_for_opens_nothing() {
        Page page = chromium.open(true);
        page.navigate("/my/sign-in/back/kiban?code=x&state=y");
        assertThat(page.locator("main")).containsText("サインインできませんでした");
        chromium.inspect(page, "person-sign-in-refused");
    }

    /** Signed in, as somebody whom the insurer has loaded. */
    static Page signedIn(Chromium chromium, InsurerNumber insurer) {
        String number = insurer.value() + "0003";
        String myNumber = myNumber(insurer, "03");
        Loads.load(insurer, new M01File(insurer, "D").add("1", number, myNumber, "架空　太郎"));
        TestServer.bean(DemoPersons.class).add(number, "架空　太郎", myNumber);
        Page page = chromium.open(true);
        page.navigate("/my/sign-in");
        page.locator("main a.button").click();
        page.locator("main a[href*='person=" + number + "']").click();
        assertThat(page.locator("main")).containsText(number);
        return page;
    }

    private String myNumber(String two) {
        return myNumber(insurer, two);
    }

    /** Linked by the simulated 中間サーバ, and nobody else's. */
    private static String myNumber(InsurerNumber insurer, String two) {
        String eleven = "999" + insurer.value() + two;
        return eleven + MyNumber.checkDigit(eleven);
    }

    private static void choose(Page page, String number) {
        page.locator("main a.button").click();
        assertThat(page.locator("h1")).containsText("架空の本人を選ぶ");
        chromium.inspect(page, "demo-openid");
        page.locator("main a[href*='person=" + number + "']").click();
    }

    private static List<String> events(String actor) {
        return Loads.database()
                .sql("select event from audit.entry where actor like ? order by number")
                .param(actor)
                .query(String.class)
                .list();
    }
}
