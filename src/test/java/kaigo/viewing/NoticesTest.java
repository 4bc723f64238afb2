package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;

/** 利用者一覧のお知らせ, by a real mail server. */
class NoticesTest {

    private static final String PATH = "/office/users/notices";
    private static final String SUBJECT = "新しいお知らせがあります";

    private final Desk desk = Desk.known();
    private final Notices notices = TestServer.bean(Notices.class);

    @Test
    void whoever_wants_it_is_told_how_many_once_a_day_and_never_who() {
        assertThat(desk.browser().get(PATH).body()).contains("お知らせを受け取っていません");
        assertThat(wants("true")).contains("メールのお知らせを始めました");
        notices.run();
        assertThat(mails()).as("nothing is new").isEmpty();
        desk.records().send("M02", row -> row);
        Followed.await(desk.insurer());
        notices.run();
        notices.run();
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst())
                .contains("証が変わった方：1人", desk.office().id.number())
                .doesNotContain("進捗が変わった方", "架空　太郎", FullRecords.PERSON);
        tomorrow();
        desk.browser().get(desk.person());
        notices.run();
        assertThat(mails()).as("somebody has looked").hasSize(1);
    }

    @Test
    void nobody_else_is_told_and_whoever_stops_it_is_not() {
        desk.records().send("M02", row -> row);
        Followed.await(desk.insurer());
        notices.run();
        assertThat(mails()).as("not asked for").isEmpty();
        wants("true");
        assertThat(wants("false")).contains("メールのお知らせを止めました");
        notices.run();
        assertThat(mails()).isEmpty();
    }

    private String wants(String wanted) {
        return desk.browser().post(PATH, Map.of("wanted", wanted)).body();
    }

    private List<String> mails() {
        return TestServer.mailsTo(desk.office().mail()).stream()
                .filter(mail -> mail.contains(SUBJECT))
                .toList();
    }

    private void tomorrow() {
        Loads.database()
                .sql("update viewing.notice set told_on = told_on - 1 where office_number = ?")
                .param(desk.office().id.number())
                .update();
    }
}
