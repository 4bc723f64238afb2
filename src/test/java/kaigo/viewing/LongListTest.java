package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import kaigo.TestServer;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;

/** 利用者一覧 longer than a file of it. */
class LongListTest {

    private static final String LIST = "/office/users";

    private final Desk desk = Desk.open();

    @Test
    void what_the_csv_leaves_out_is_said_before_and_in_its_name() {
        known(10_000);
        for (String list : List.of(LIST, LIST + "/ratios?everybody=true")) {
            assertThat(desk.browser().get(list).body()).as(list).doesNotContain("CSV に入るのは");
        }
        assertThat(name(LIST + ".csv")).isEqualTo("attachment; filename=\"users.csv\"");
        Loads.database()
                .sql(
                        "update insured.viewing set insured_number = 'H999999999' where office_number = ? and insured_number = '3000000001'")
                .param(desk.office().id.number())
                .update();
        known(1);
        for (String list : List.of(LIST, LIST + "/ratios?everybody=true")) {
            assertThat(desk.browser().get(list).body()).as(list).contains("CSV に入るのは、10,001 人のうちはじめの 10,000 人です");
        }
        assertThat(name(LIST + ".csv")).isEqualTo("attachment; filename=\"users-first-10000-of-10001.csv\"");
        assertThat(name(LIST + "/ratios.csv?everybody=true"))
                .isEqualTo("attachment; filename=\"ratios-first-10000-of-10001.csv\"");
    }

    @Test
    void of_many_pages_one_is_gone_to_by_its_number_and_the_filter_stays() {
        known(500);
        assertThat(desk.browser().get(LIST).body()).contains("1 / 10").doesNotContain("name=\"page\"");
        known(501);
        String page = desk.browser().get(LIST + "?only=VIEWABLE&order=NUMBER").body();
        assertThat(page)
                .contains("1 / 11")
                .containsPattern("<form method=\"get\" action=\"/office/users\"[^>]*>")
                .contains("<input type=\"hidden\" name=\"only\" value=\"VIEWABLE\">")
                .contains("<input type=\"hidden\" name=\"order\" value=\"NUMBER\">")
                .contains("name=\"page\"");
        assertThat(desk.browser()
                        .get(LIST + "?only=VIEWABLE&order=NUMBER&page=11")
                        .body())
                .contains("11 / 11");
    }

    private String name(String csv) {
        HttpResponse<String> answer = desk.browser().get(csv);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Disposition").orElseThrow();
    }

    /** So many numbers stand in the list; who they are need not be known. */
    private void known(int many) {
        Loads.database()
                .sql("""
                        insert into insured.viewing
                            (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                        select :insurer, (3000000000 + n)::text, :office, timestamptz '2026-11-01 09:00+09', 'cm', :until
                        from generate_series(1, :many) n on conflict do nothing""")
                .param("insurer", desk.insurer().value())
                .param("office", desk.office().id.number())
                .param("until", TestServer.TODAY)
                .param("many", many)
                .update();
    }
}
