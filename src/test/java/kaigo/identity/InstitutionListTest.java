package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.InstitutionList.Choice;
import kaigo.identity.InstitutionList.Row;
import kaigo.identity.InstitutionList.State;
import kaigo.intake.Loads;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.AccountRole;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.shared.OfficeNumber;
import kaigo.shared.PersonSearch;
import org.junit.jupiter.api.Test;

/** The operator finds an institution by number or name, and is told what is missing first. */
class InstitutionListTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final InstitutionId id = InstitutionId.office(
            OfficeNumber.ofFirstNine("5" + insurer.value() + "00").value());
    private final InstitutionList list = TestServer.bean(InstitutionList.class);

    @Test
    void what_is_missing_is_told_in_the_order_of_the_way_in() {
        put("すみれ　介護ｾﾝﾀｰ", TestServer.TODAY);
        assertThat(row().state()).isEqualTo(State.NO_ACCOUNT);
        account(false);
        assertThat(row().state()).isEqualTo(State.NO_ADMINISTRATOR);
        change("administrator = true");
        assertThat(row().state()).isEqualTo(State.NO_CERTIFICATE);
        assertThat(row().lastDay()).isNull();
        certificate("2027-01-31");
        assertThat(row().state()).isEqualTo(State.CERTIFICATE_ENDS);
        certificate("2030-01-31");
        assertThat(row().state()).isEqualTo(State.READY);
        assertThat(row().lastDay()).isEqualTo(LocalDate.of(2030, 1, 31));
        assertThat(row().administrators()).isOne();
        change("active = false");
        assertThat(row().state()).isEqualTo(State.STOPPED);
        Loads.database()
                .sql("update participants.institution set valid_to = ? where number = ?")
                .params(TestServer.TODAY.minusDays(1), id.number())
                .update();
        assertThat(row().state()).isEqualTo(State.ENDED);
        put("すみれ　介護ｾﾝﾀｰ", TestServer.TODAY.plusDays(1));
        Loads.database()
                .sql("update participants.institution set valid_to = null where number = ?")
                .param(id.number())
                .update();
        assertThat(row().state()).isEqualTo(State.NOT_YET);
        assertThat(found("", State.NOT_YET)).contains(id);
        assertThat(found("", State.READY)).doesNotContain(id);
        assertThat(list.count(new Choice(PersonSearch.of(id.number()), State.NOT_YET)))
                .isOne();
    }

    @Test
    void a_name_is_found_however_it_is_written_and_a_number_by_its_beginning() {
        put("すみれ　介護ｾﾝﾀｰ" + insurer.value(), TestServer.TODAY);
        String last = insurer.value();
        for (String typed : List.of(
                "スミレ介護センター" + last,
                "すみれ 介護ｾﾝﾀｰ" + last,
                "せんたー" + last,
                id.number(),
                id.number().substring(0, 8),
                "５" + last)) {
            assertThat(found(typed, null)).as(typed).contains(id);
        }
        for (String typed : List.of("れんげ" + last, "%" + last, "_" + last, "x' or '1'='1")) {
            assertThat(found(typed, null)).as(typed).doesNotContain(id);
        }
        assertThat(list.count(new Choice(PersonSearch.of(id.number()), null))).isOne();
    }

    @Test
    void the_page_shows_them_and_keeps_the_search_in_its_links() {
        put("すみれ　介護ｾﾝﾀｰ", TestServer.TODAY);
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        String page = operator.get("/operator/institutions?institutionSearch=" + id.number())
                .body();
        assertThat(page)
                .contains("すみれ　介護", "アカウントなし", "事業所ユーザを登録してください", "1 か所")
                .contains("/operator/institutions?institutionSearch=" + id.number() + "&amp;state=READY");
        String none = operator.get(
                        "/operator/institutions?institutionSearch=" + Browser.encoded("&\"><x") + "&state=READY")
                .body();
        assertThat(none)
                .contains("当てはまる事業所・医療機関はありません", "value=\"&amp;&#34;>&lt;x")
                .doesNotContain("\"><x");
    }

    private Row row() {
        return list.list(new Choice(PersonSearch.of(id.number()), null), 0, 10).getFirst();
    }

    private List<InstitutionId> found(String typed, State state) {
        return list.list(new Choice(PersonSearch.of(typed), state), 0, Integer.MAX_VALUE).stream()
                .map(Row::id)
                .toList();
    }

    private void put(String name, LocalDate from) {
        TestServer.bean(Institutions.class).put(new Institution(id, name, "大分県", from, List.of()));
    }

    private void account(boolean administrator) {
        TestServer.bean(InstitutionAccounts.class)
                .put(
                        new NewInstitutionAccount(id, "cm", "見本　計", Set.of(Job.OTHER), null, null),
                        SampleOffice.PASSWORD,
                        false);
        change("administrator = " + administrator);
    }

    private void change(String what) {
        Loads.database()
                .sql("update identity.institution_account set " + what + " where kind = 2 and number = ?")
                .param(id.number())
                .update();
    }

    private void certificate(String end) {
        String fingerprint = (insurer.value() + end.replace("-", "")).repeat(5).substring(0, 64);
        Loads.database()
                .sql(
                        "insert into identity.client_certificate (holder, fingerprint, subject, not_after) values (?, ?, 'test', ?::timestamptz)")
                .params(id.holder(), fingerprint, end + " 12:00+09")
                .update();
    }
}
