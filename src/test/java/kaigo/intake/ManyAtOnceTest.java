package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 同じファイル, 同時の受付: what comes at once ends as if it had come one after the other. */
class ManyAtOnceTest {

    private static final int RECORDS = 300;

    @Test
    void the_same_file_again_is_refused_with_the_first_receipt() {
        InsurerNumber insurer = TestServer.insurerDaily();
        byte[] bytes = file(insurer, 1).bytes();
        Receipt first = Loads.accepted(Loads.offer(insurer, bytes, null));

        Answer.Refused again = (Answer.Refused) Loads.offer(insurer, bytes, null);

        assertThat(again.id()).isEqualTo("E1008");
        assertThat(again.first()).isEqualTo(first);
        assertThat(again.error().parameters()).containsExactly(first.toString());
        Loads.awaitFinal(first);
    }

    @Test
    void of_the_same_file_sent_many_times_at_once_exactly_one_is_accepted() throws Exception {
        InsurerNumber insurer = TestServer.insurerDaily();
        byte[] bytes = file(insurer, 1).bytes();
        Callable<Answer> send = () -> Loads.offer(insurer, bytes, null);

        List<Answer> answers = atOnce(List.of(send, send, send, send));

        List<Receipt> accepted = answers.stream()
                .filter(Answer.Accepted.class::isInstance)
                .map(Loads::accepted)
                .toList();
        assertThat(accepted).hasSize(1);
        assertThat(answers.stream()
                        .filter(Answer.Refused.class::isInstance)
                        .map(answer -> ((Answer.Refused) answer).first()))
                .containsOnly(accepted.getFirst())
                .hasSize(3);
        Loads.awaitFinal(accepted.getFirst());
    }

    /** Receptions wait until all have been accepted: then the order of the lane, not of the arrival, must decide. */
    @ParameterizedTest
    @CsvSource({"1, 2", "1, 6", "10, 3"})
    void uploads_at_once_end_like_uploads_in_turn(int insurers, int files) throws Exception {
        List<InsurerNumber> atOnce = IntStream.range(0, insurers)
                .mapToObj(i -> TestServer.insurerDaily())
                .toList();
        InsurerNumber inTurn = TestServer.insurerDaily();
        List<String> expected = new ArrayList<>();
        for (int number = 1; number <= files; number++) {
            Receipt receipt = Loads.send(inTurn, file(inTurn, number), number);
            Loads.awaitFinal(receipt);
            expected.addAll(Loads.results(receipt));
        }

        List<List<Receipt>> receipts = new ArrayList<>();
        Loads.withoutLoading(() -> receipts.addAll(sendAll(atOnce, files)));

        for (int i = 0; i < insurers; i++) {
            List<String> results = new ArrayList<>();
            for (Receipt receipt : receipts.get(i)) {
                Loads.awaitFinal(receipt);
                results.addAll(Loads.results(receipt));
            }
            assertThat(results).isEqualTo(expected);
            assertThat(Loads.persons(atOnce.get(i))).isEqualTo(Loads.persons(inTurn));
        }
    }

    /** Receipts by insurer, each list in the order of 連番. */
    private static List<List<Receipt>> sendAll(List<InsurerNumber> insurers, int files) {
        List<Callable<Answer>> uploads = insurers.stream()
                .flatMap(insurer -> IntStream.rangeClosed(1, files).mapToObj(number -> upload(insurer, number)))
                .toList();
        List<Receipt> receipts = atOnce(uploads).stream().map(Loads::accepted).toList();
        return IntStream.range(0, insurers.size())
                .mapToObj(i -> receipts.subList(i * files, (i + 1) * files))
                .toList();
    }

    private static Callable<Answer> upload(InsurerNumber insurer, int number) {
        M01File file = file(insurer, number);
        return () -> Loads.offer(insurer, file.bytes(), file.name(number));
    }

    /** One run in several files: each changes what the one before did. */
    private static M01File file(InsurerNumber insurer, int number) {
        M01File file = new M01File(insurer, "D").createdAt("202611200%d0000".formatted(number));
        String type = number == 1 ? "1" : "2";
        String updatedAt = "202611191%d0000".formatted(number);
        for (int i = 0; i < RECORDS; i++) {
            file.add(type, "%010d".formatted(i), "", "甲" + number, updatedAt);
        }
        Stream.of("3", "1").forEach(end -> file.add(end, "%010d".formatted(RECORDS + number / 2), "", "乙" + number));
        return file;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
