package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.security.cert.CertificateEncodingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page says when something is away or broken: to an office, and to the municipality. */
@Tag("browser")
class UnavailableJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final String handle = Handles.of(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_person_in_the_offices_list() {
        TestServer.start(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
    }

    @Test
    void while_a_look_cannot_be_put_on_record_nothing_is_shown_and_the_page_asks_to_come_again()
            throws CertificateEncodingException, SQLException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        Page staff = chromium.staff(insurer);
        refuseEntriesOf(insurer, () -> {
            asksToComeAgain(page, "/office/users/" + handle);
            chromium.inspect(page, "user-unavailable");
            asksToComeAgain(staff, "/insured/" + handle);
            chromium.inspect(staff, "insured-unavailable");
        });
        page.reload();
        assertThat(page.locator("main")).containsText("架空　太郎");
        staff.reload();
        assertThat(staff.locator("main")).containsText("架空　太郎");
    }

    private static void asksToComeAgain(Page page, String address) {
        says(page.navigate(address), 503);
        assertThat(page.locator("h1")).hasText("ただいま処理できません");
        assertThat(page.locator("main")).containsText("少し待ってから、ページを読み込み直してください。");
        tellsNothing(page);
    }

    @Test
    void what_nobody_foresaw_is_told_with_a_number_to_ask_about() throws CertificateEncodingException {
        records.send("M03", row -> row);
        Loads.database()
                .sql("update cards.burden_ratio set burden_year = '令和八年' where insurer_number = ?")
                .param(insurer.value())
                .update();
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        failed(page, "/office/users/" + handle);
        chromium.inspect(page, "user-failed");
        Page staff = chromium.staff(insurer);
        failed(staff, "/insured/" + handle);
        chromium.inspect(staff, "insured-failed");
        staff.locator("main a").click();
        assertThat(staff.locator("h1")).containsText("今日すること");
    }

    private static void failed(Page page, String address) {
        Response answer = page.navigate(address);
        says(answer, 500);
        assertThat(page.locator("h1")).hasText("処理を終えられませんでした");
        assertThat(page.locator("main code")).hasText(answer.headers().get("x-request-id"));
        tellsNothing(page);
    }

    @Test
    void of_two_insurers_the_one_that_cannot_be_read_says_so_and_the_other_is_shown()
            throws CertificateEncodingException, SQLException {
        InsurerNumber other = TestServer.insurerDaily();
        TestServer.start(other);
        Loads.load(other, new M01File(other, "D").add("1", "0000000009", records.myNumber(), "架空　太郎"));
        records.send("M02", row -> row);
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        refuseEntriesOf(other, () -> {
            page.navigate("/office/users/" + handle);
            assertThat(page.locator("main")).containsText("この保険者の記録を、いま読み取れません。しばらくしてから、もう一度お試しください。");
            assertThat(page.locator("main")).containsText("介護保険被保険者証");
            chromium.inspect(page, "user-two-insurers-one-away");
        });
        page.reload();
        assertThat(page.locator("main")).not().containsText("いま読み取れません");
    }

    private static void says(Response answer, int status) {
        Assertions.assertThat(answer.status()).isEqualTo(status);
    }

    private static void tellsNothing(Page page) {
        Assertions.assertThat(page.content()).doesNotContain("架空　太郎", "Exception", "SQL", "kiban_app");
    }

    /** Of this insurer alone: nobody else's looks wait for it. */
    private static void refuseEntriesOf(InsurerNumber insurer, Runnable meanwhile) throws SQLException {
        asOwner("alter table audit.entry add constraint refused check (insurer_number <> '" + insurer.value()
                + "') not valid");
        try {
            meanwhile.run();
        } finally {
            asOwner("alter table audit.entry drop constraint refused");
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
