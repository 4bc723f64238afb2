package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import kaigo.Await;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.committee.SampleMaterial;
import kaigo.documents.Pdfs;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of every kind of user enlarged and in forced colours; those of the municipality on paper and under the keyboard alone. */
@Tag("browser")
class DisplayJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String handle = Handles.of(insurer, FullRecords.PERSON);

    @Test
    void every_page_of_the_municipality_holds_enlarged_and_in_forced_colours() {
        Page page = chromium.staff(insurer);
        addresses().forEach(address -> Displayed.holds(page, address));
        UserJourneyTest.everything(known(), "1");
        for (Tab tab : Tab.ofInsurer()) {
            Displayed.holds(page, "/insured/" + handle + "/" + tab.path());
        }
        for (String address : List.of("/insured", "/insured/" + handle + "x", "/records/" + handle, "/consents")) {
            Displayed.holds(page, address);
        }
    }

    @Test
    void every_page_of_an_institution_holds_enlarged_and_in_forced_colours() throws CertificateEncodingException {
        TestServer.start(insurer);
        UserJourneyTest.everything(known(), "1");
        SampleOffice office = SampleOffice.near(insurer).administered();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(5));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        String person = "/office/users/" + handle;
        for (Tab tab : Tab.ofOffice()) {
            Displayed.holds(page, person + "/" + tab.path());
        }
        for (String form : List.of("survey", "opinion", "sheet")) {
            Displayed.holds(page, person + "/certification?form=" + form);
        }
        Displayed.holds(page, person + "/consent/record");
        Displayed.holds(page, person + "/end");
        for (String list : List.of("", "?only=NO_CONSENT", "?only=CARDS_CHANGED", "/ratios", "/waiting", "/new")) {
            Displayed.holds(page, "/office/users" + list);
        }
        for (String own : List.of("", "/account", "/staff", "/staff/new", "/log", "/check")) {
            Displayed.holds(page, "/office" + own);
        }
    }

    @Test
    void every_page_from_which_something_is_sent_holds_enlarged_and_in_forced_colours()
            throws CertificateEncodingException {
        TestServer.start(insurer);
        known();
        SampleOffice office = SampleOffice.near(insurer);
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(5));
        Page care = OfficeJourneyTest.signedIn(chromium, office, true);
        assertThat(care.locator("h1")).hasText("はじめの画面");
        String filing = "/office/users/" + handle + "/filing/care-plan";
        Displayed.holds(care, filing);
        Chromium.press(care.locator("main"), "保険者へ提出する");
        for (String address :
                List.of(filing + "/end", "/office/users/" + handle + "/filing", "/office/users/notices")) {
            Displayed.holds(care, address);
        }

        Page city = chromium.staff(insurer);
        for (String address : List.of(
                "/outbox/1",
                "/outbox/reception",
                "/opinion-requests",
                "/opinion-requests/fees",
                "/committee-material",
                "/committee-material/new")) {
            Displayed.holds(city, address);
        }
    }

    @Test
    void every_page_of_an_opinion_holds_enlarged_and_in_forced_colours() throws CertificateEncodingException {
        TestServer.start(insurer);
        known();
        Page doctor = OfficeJourneyTest.signedIn(chromium, SampleOffice.clinic(insurer), true);
        assertThat(doctor.locator("h1")).hasText("はじめの画面");
        Displayed.holds(doctor, "/office/opinions/import");
        Displayed.holds(doctor, "/office/opinions/new");
        doctor.locator("#letterInsurer").fill(insurer.value());
        doctor.locator("#letterInsured").fill(FullRecords.PERSON);
        doctor.locator("#letterRequestedOn").fill("R8.11.10");
        Chromium.press(doctor.locator("main"), "入力を始める");
        assertThat(doctor.locator("main")).containsText("残り");
        String letter = doctor.url();
        for (String part : List.of("", "/claim", "/earlier", "/1", "/2", "/3", "/4?check=true", "/5", "/6")) {
            Displayed.holds(doctor, letter + part);
        }
        Displayed.holds(doctor, "/office/opinions");
    }

    @Test
    void every_page_of_a_committees_papers_holds_enlarged_and_in_forced_colours() {
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        SampleMaterial sample = SampleMaterial.of(insurer, Browser.of(insurer)).published("iin");
        Displayed.holds(member, "/committee");
        for (String below : List.of("", "/pages/1", "/pages?page=x&from=2")) {
            Displayed.holds(member, sample.ofMember() + below);
        }
        Page city = chromium.staff(insurer);
        String form = "/" + Pdfs.sha256(sample.pdf());
        for (String address : List.of(
                "/committee-material",
                "/committee-material/new" + form,
                sample.ofMunicipality(),
                sample.ofMunicipality() + "/replace",
                sample.ofMunicipality() + "/replace" + form)) {
            Displayed.holds(city, address);
        }
    }

    @Test
    void every_page_of_the_operator_holds_enlarged_and_in_forced_colours() {
        Page page = OperatorJourneyTest.signIn(chromium);
        for (String address : List.of(
                "",
                "/health",
                "/audit",
                "/explain",
                "/institutions",
                "/insurers",
                "/certificates",
                "/care-managers",
                "/log",
                "/insurers/" + insurer.value())) {
            Displayed.holds(page, "/operator" + address);
        }
    }

    @Test
    void the_pages_of_a_person_of_a_member_and_of_everybody_hold_enlarged_and_in_forced_colours() {
        Page person = PersonJourneyTest.signedIn(chromium, insurer);
        Displayed.holds(person, "/my");
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        Displayed.holds(member, "/committee");
        Page anybody = chromium.open(true);
        for (String address : List.of("/sign-in", "/my/sign-in", "/idle", "/interfaces", "/interfaces/files")) {
            Displayed.holds(anybody, address);
        }
    }

    @Test
    void paper_bears_the_banner_on_every_sheet_and_nothing_to_click() {
        Page page = chromium.staff(insurer);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String address : addresses()) {
            page.navigate(address);
            assertThat(page.locator(".demo-banner")).containsText("架空の今日は令和8年11月20日です");
            assertThat(page.locator(".demo-banner")).isVisible();
            assertThat(page.locator(".site")).hasCSS("display", "table-header-group");
            assertThat(page.locator(".site")).hasCSS("break-inside", "avoid"); // else Chromium shows it once only
            assertThat(page.locator(".menu:visible, .button:visible, .skip:visible, input:visible"))
                    .hasCount(0);
        }
    }

    @Test
    void the_keyboard_alone_settles_a_case_and_always_shows_where_it_is() {
        Receipt receipt = load();
        Page page = chromium.staff(insurer);
        page.navigate("/files/" + receipt);
        Keyboard.to(page, "#cases-E5002");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("連携できない方");
        Keyboard.to(page, "a[href='/cases/" + Handles.of(insurer, "9000000001") + "']");
        page.keyboard().press("Enter");
        Keyboard.to(page, "button[value=NOT_FOUND]");
        page.keyboard().press("Enter");
        Keyboard.to(page, "button[value=OBTAINED]");
        page.keyboard().press("Space");
        assertThat(page.locator(".step")).containsText("「更新」で送り直してください");
        Keyboard.to(page, ".step a[href='/upload']");
    }

    /** The person of {@link #handle}. */
    private FullRecords known() {
        FullRecords records = new FullRecords(insurer);
        records.person();
        return records;
    }

    private List<String> addresses() {
        return List.of(
                "/",
                "/day",
                "/upload",
                "/files",
                "/files/" + load(),
                "/cases",
                "/consents/ended",
                "/outbox",
                "/account",
                "/cases/" + Handles.of(insurer, "9000000001"));
    }

    private Receipt load() {
        Receipt receipt = Loads.send(
                insurer,
                new M01File(insurer, "D").add("1", "9000000001", "", "架空　太郎").add("2", "9000000002", "", "見本　花子"));
        Browser staff = Browser.of(insurer);
        Await.until(() -> !staff.get("/files/" + receipt).body().contains("hx-trigger"), Duration.ofSeconds(30));
        return receipt;
    }
}
