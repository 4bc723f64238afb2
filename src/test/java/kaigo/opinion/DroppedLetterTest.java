package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kaigo.Await;
import kaigo.SampleOffice;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 取りやめ while somebody else is about to do something with the letter. */
class DroppedLetterTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void who_waits_for_a_letter_that_is_thrown_away_meanwhile_finds_it_absent() throws SQLException {
        OfficeBrowser one = OfficeBrowser.of(clinic);
        OfficeBrowser other = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(one, insurer);
        String lock = "letter:" + insurer.value() + '/' + letter.substring(letter.lastIndexOf('/') + 1);
        CompletableFuture<HttpResponse<String>> dropped;
        CompletableFuture<HttpResponse<String>> saved;
        try (Connection before = TestDatabase.asOwner();
                PreparedStatement locking =
                        before.prepareStatement("select pg_advisory_lock(hashtextextended(?, 0))")) {
            locking.setString(1, lock);
            locking.execute();
            dropped =
                    CompletableFuture.supplyAsync(() -> one.post(letter + "/act", Map.of("act", "DROP", "seen", "0")));
            Await.until(() -> waiting(lock) == 1, DEADLINE);
            saved = CompletableFuture.supplyAsync(
                    () -> other.post(letter + "/6", Map.of("seen", "0", "remarks", "あとから")));
            Await.until(() -> waiting(lock) == 2, DEADLINE);
        }
        assertThat(dropped.join().body()).contains("下書きを取りやめました");
        assertThat(saved.join().statusCode()).isEqualTo(404);
    }

    /** They have their turns in the order in which they came. */
    private static int waiting(String lock) {
        return Loads.database().sql("""
                select count(*) from pg_locks where locktype = 'advisory' and not granted
                    and (classid::bigint << 32 | objid::bigint) = hashtextextended(?, 0)""").param(lock).query(Integer.class).single();
    }
}
