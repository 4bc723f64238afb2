package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kaigo.TestServer;
import kaigo.insured.IntermediateServer;
import kaigo.insured.IntermediateServer.Question;
import kaigo.insured.OwnFiles;
import kaigo.operations.InstallationState;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import kaigo.shared.PmhHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HMAC の鍵の更新: the server's ring holds an older key of the PMHキー, under which somebody still stands. */
class KeyRenewalTest {

    private static final String HERE = "0000000001";
    private static final String THERE = "0000000009";

    private final InsurerNumber a = TestServer.insurerDaily();
    private final InsurerNumber b = TestServer.insurerDaily();
    private final String myNumber = myNumber();
    private int files;
    private final PmhHash key = TestServer.keys().hashPmhKey(pmhKey());

    @BeforeEach
    void somebody_was_linked_before_the_rotation() {
        load(a, "1", HERE);
        assertThat(hashes()).containsExactly(a.value() + " newest");
        for (String table : List.of("insured.pmh_directory", "insured.link")) {
            Loads.database()
                    .sql("update " + table + " set pmh_hmac = ? where insurer_number = ?")
                    .params(key.older().getFirst(), a.value())
                    .update();
        }
        Loads.database()
                .sql("update insured.pmh_directory set key_mark = 0 where insurer_number = ?")
                .param(a.value())
                .update();
        assertThat(hashes()).containsExactly(a.value() + " older");
    }

    @Test
    void the_older_key_still_finds_the_person() {
        assertThat(TestServer.bean(OwnFiles.class).find(key)).containsExactly(a.value() + "/" + HERE);
        assertThat(InstallationState.countByPmhKey(Loads.database())).containsKey(0);
    }

    @Test
    void linked_at_another_insurer_the_person_stands_under_the_newest_key_at_both_and_each_file_finds_the_other() {
        load(b, "1", THERE);
        assertThat(hashes()).containsExactly(a.value() + " newest", b.value() + " newest");
        assertThat(TestServer.bean(OwnFiles.class).find(key))
                .containsExactly(a.value() + "/" + HERE, b.value() + "/" + THERE);
        assertThat(others(a)).containsExactly(b.value());
        assertThat(others(b)).containsExactly(a.value());
    }

    /** The hash of the マイナンバー, made with a key that is gone, is no proof that the number is the same. */
    @Test
    void the_next_M01_asks_anew_and_moves_the_person_to_the_newest_key() {
        forgetNumber();
        load(a, "2", HERE);
        assertThat(hashes()).containsExactly(a.value() + " newest");
    }

    /** The control: with the number's hash as it is, nothing is asked. */
    @Test
    void an_M01_of_the_same_number_leaves_a_link_as_it_is() {
        load(a, "2", HERE);
        assertThat(hashes()).containsExactly(a.value() + " older");
    }

    /** Nor does a 新規 of somebody who is registered: whoever wants to move everybody sends 更新. */
    @Test
    void a_newcomer_who_is_registered_already_is_not_asked_for() {
        forgetNumber();
        load(a, "1", HERE);
        assertThat(hashes()).containsExactly(a.value() + " older");
    }

    /** As if its hash had been made with a key that is gone. */
    private void forgetNumber() {
        Loads.database()
                .sql("update insured.link set number_hmac = ? where insurer_number = ?")
                .params(new byte[32], a.value())
                .update();
    }

    private void load(InsurerNumber insurer, String updateType, String person) {
        Loads.awaitFinal(Loads.send(
                insurer,
                new M01File(insurer, "D")
                        .createdAt("2026112005300" + files++)
                        .add(updateType, person, myNumber, "架空　太郎")));
    }

    /** The simulated 中間サーバ knows whoever has a 0 as third digit. */
    private String myNumber() {
        String eleven = "990" + a.value() + "02";
        return eleven + MyNumber.checkDigit(eleven);
    }

    /** Each insurer, and under which key the person stands in its link and in the directory. */
    private List<String> hashes() {
        return Loads.database()
                .sql("""
                        select l.insurer_number, l.pmh_hmac, d.key_mark from insured.link l
                        join insured.pmh_directory d on d.insurer_number = l.insurer_number and d.pmh_hmac = l.pmh_hmac
                        where l.insurer_number in (?, ?) order by 1""")
                .params(a.value(), b.value())
                .query((row, n) -> row.getString(1) + " " + name(row.getBytes(2), row.getInt(3)))
                .list();
    }

    private String name(byte[] hash, int mark) {
        if (Arrays.equals(hash, key.newest())) {
            return mark == key.mark() ? "newest" : "newest, not marked";
        }
        return Arrays.equals(hash, key.older().getFirst()) && mark == 0 ? "older" : "neither";
    }

    private static List<String> others(InsurerNumber insurer) {
        return Loads.database()
                .sql("select other_insurer from insured.same_person where insurer_number = ?")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    private byte[] pmhKey() {
        byte[] digits = MyNumber.of(myNumber).toBytes();
        Question question = new Question("1", digits, LocalDate.of(1934, 6, 11), "1");
        return TestServer.bean(IntermediateServer.class)
                .ask(List.of(question))
                .getFirst()
                .pmhKey();
    }
}
