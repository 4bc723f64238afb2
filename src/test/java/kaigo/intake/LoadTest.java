package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoadTest {

    private static final String NUMBER = "123456789018";

    private final JdbcClient database = TestServer.bean(JdbcClient.class);

    @Test
    void a_new_person_is_registered_and_linked() {
        InsurerNumber insurer = TestServer.insurerLoading();

        Receipt receipt = send(insurer, new M01File(insurer, "I").add("1", "9000000001", NUMBER, "架空　太郎"));
        awaitFinal(receipt);

        assertThat(statusOf(receipt, 2)).isEqualTo(30);
        assertThat(linkOf(insurer, "9000000001")).isEqualTo(2);
    }

    static Receipt send(InsurerNumber insurer, M01File file) {
        Answer answer = TestServer.bean(Reception.class)
                .receive(
                        InsurerViewer.staff(insurer, "test", "request"),
                        new Incoming(new ByteArrayInputStream(file.bytes()), null, 10_000_000));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return ((Answer.Accepted) answer).receipt();
    }

    private void awaitFinal(Receipt receipt) {
        Await.until(
                () -> database.sql(
                                "select finished_at is not null from intake.file where insurer_number = ? and receipt = ?")
                        .params(receipt.insurer().value(), receipt.number())
                        .query(Boolean.class)
                        .single(),
                Duration.ofSeconds(30));
    }

    private int statusOf(Receipt receipt, int line) {
        return database.sql("select status from intake.result where insurer_number = ? and receipt = ? and line = ?")
                .params(receipt.insurer().value(), receipt.number(), line)
                .query(Integer.class)
                .single();
    }

    private int linkOf(InsurerNumber insurer, String insuredNumber) {
        return database.sql("select state from insured.link where insurer_number = ? and insured_number = ?")
                .params(insurer.value(), insuredNumber)
                .query(Integer.class)
                .single();
    }
}
