package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kaigo.keys.KeyRing;
import kaigo.shared.PmhHash;
import org.junit.jupiter.api.Test;

/** The keys of the hashes are renewed, and an older one leaves the file once nobody stands under it. */
class HmacKeysCommandTest {

    private static final byte[] KEY = new byte[32];

    @Test
    void an_older_key_stays_as_long_as_somebody_stands_under_it() throws Exception {
        try (OwnInstallation own = new OwnInstallation()) {
            PmhHash first = KeyRing.open(own.keyFile).hashPmhKey(KEY);
            assertThat(keys(own, "retire")).as(own.err).isZero();
            assertThat(own.out).contains("古い鍵はありません");

            assertThat(keys(own, "rotate", "--hmac")).as(own.err).isZero();
            assertThat(own.out).contains("hmac.pmh-key: pmh-key-2-", ", pmh-key-1-", "hmac.my-number: my-number-2-");
            assertThat(own.out).doesNotContain("my-number-1-");
            assertThat(keys(own, "rotate", "--hmac")).as(own.err).isZero();
            assertThat(ids(own)).hasSize(3);
            String oldest = ids(own).getLast();

            own.asSuperuser("insert into insured.pmh_directory values ('\\x00', '442302', '0000000001', 0)");
            assertThat(keys(own, "retire")).as(own.err).isZero();
            assertThat(own.out).contains("まだ使われている鍵", oldest + "（1 人）", "外した鍵 / retired: pmh-key-2-");
            assertThat(ids(own)).hasSize(2).contains(oldest);

            own.asSuperuser("update insured.pmh_directory set key_mark = " + first.mark());
            keys(own, "retire");
            assertThat(ids(own)).as("by its mark, too").contains(oldest);

            own.asSuperuser("delete from insured.pmh_directory");
            keys(own, "retire");
            assertThat(ids(own)).hasSize(1).doesNotContain(oldest);
            assertThat(own.run("audit", "verify")).as(own.err).isZero();
        }
    }

    private static int keys(OwnInstallation own, String... what) {
        Stream<String> ours = Stream.concat(Stream.of("keys"), Stream.of(what));
        return own.run(
                Stream.concat(ours, Stream.of("--file", own.keyFile.toString())).toArray(String[]::new));
    }

    private static List<String> ids(OwnInstallation own) {
        return KeyRing.open(own.keyFile).ids().get("hmac.pmh-key");
    }
}
