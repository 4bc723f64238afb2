package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.committee.SampleMaterial;
import kaigo.documents.Pdfs;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.Receipt;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 審査会資料 that the municipality's own system has sent (M11), as both sides see it. */
@Tag("browser")
class CommitteeByFileJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final byte[] pdf = SampleMaterial.papers("B2");

    @Test
    void what_came_by_file_says_so_and_who_has_no_account_and_which_case_was_withdrawn() throws IOException {
        Page member = StaffSignInJourneyTest.member(chromium, insurer);
        document();
        send(row -> members(byFile(row, "1", SampleMaterial.SECOND), "IIN", "NASHI9"));
        came(1);
        send(row -> members(byFile(row, "2", "9000000003"), "IIN", "NASHI9"));
        came(2);
        Page city = chromium.staff(insurer);
        city.navigate("/committee-material");
        city.locator("tbody a").first().click();
        assertThat(city.locator("main")).containsText("新しい版も、M11 で送ってください");
        assertThat(city.locator("tbody").first()).containsText("アカウントがありません（nashi9）");
        assertThat(city.locator("main")).containsText("取り下げた案件：前の版の審査順 2（被保険者番号 ");
        chromium.inspect(city, "material-by-file");
        member.navigate("/committee");
        member.getByText("資料を開く").click();
        assertThat(member.locator(".notice-changed")).containsText("は、取り下げられました");
        chromium.inspect(member, "committee-meeting-removed");
    }

    @Test
    void a_set_that_names_no_member_says_so() throws IOException {
        document();
        send(row -> byFile(row, "1", SampleMaterial.SECOND));
        came(1);
        Page city = chromium.staff(insurer);
        city.navigate("/committee-material");
        city.locator("tbody a").first().click();
        assertThat(city.locator("main")).containsText("委員が指定されていません");
        chromium.inspect(city, "material-no-members");
    }

    private void send(UnaryOperator<Row> made) {
        Receipt receipt = records.send("M11", made);
        Loads.awaitFinal(receipt);
        Assertions.assertThat(Loads.results(receipt)).containsExactly("30");
    }

    private void document() throws IOException {
        Assertions.assertThat(Systems.of(insurer)
                        .put(
                                "/v1/insurers/" + insurer.value() + "/documents/" + Pdfs.sha256(pdf),
                                "application/pdf",
                                pdf)
                        .statusCode())
                .isLessThan(300);
    }

    /** Two cases of two pages each, and no members. */
    private Row byFile(Row row, String updateType, String second) {
        Map<String, String> values = Map.of(
                "updateType",
                updateType,
                "insurerNumber",
                insurer.value(),
                "sha256",
                Pdfs.sha256(pdf),
                "pages",
                "4",
                "viewing",
                "2",
                "openFrom",
                "20261120080000",
                "openTo",
                "20261127235959",
                "plannedAt",
                "20261127133000");
        Row bare = SampleRecord.least(row.layout(), 2);
        values.forEach((code, value) -> FullRecords.with(bare, code, value));
        added(bare, "1", SampleMaterial.FIRST, "1");
        added(bare, "2", second, "3");
        return bare;
    }

    private void added(Row row, String order, String insured, String page) {
        Row added = row.addTo(row.layout().sheet("cases"));
        Map.of(
                        "caseOrder", order,
                        "caseInsurerNumber", insurer.value(),
                        "insuredNumber", insured,
                        "historyNo", "1",
                        "startPage", page)
                .forEach((code, value) -> FullRecords.with(added, code, value));
    }

    private static Row members(Row row, String... logins) {
        for (String login : logins) {
            FullRecords.with(row.addTo(row.layout().sheet("members")), "memberId", login);
        }
        return row;
    }

    private void came(int versions) {
        Await.until(
                () -> Loads.number(insurer, "select count(*) from committee.version where insurer_number = ?")
                        == versions,
                DEADLINE);
    }
}
