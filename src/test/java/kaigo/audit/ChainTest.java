package kaigo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kaigo.audit.AuditHeads.Head;
import kaigo.audit.AuditVerifier.Report;
import kaigo.audit.AuditVerifier.Signature;
import kaigo.keys.KeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides whether a chain is sound, without a database. */
class ChainTest {

    private static final short STREAM = 1;
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00.123456789Z");

    @TempDir
    Path folder;

    private final List<ChainLink> chain = new ArrayList<>();
    private KeyRing keys;
    private Path file;

    @BeforeEach
    void a_chain_of_five() {
        keys = KeyRing.openOrCreate(folder.resolve("keys.json"));
        HeadKeys.in(folder).publish(keys.headKeyId(), keys.headPublicKeyPem());
        file = folder.resolve(AuditHeads.FILE);
        byte[] previous = ChainLink.GENESIS;
        for (int number = 1; number <= 5; number++) {
            chain.add(ChainLink.after(previous, STREAM, number, NOW.plusSeconds(number), entry(number)));
            previous = chain.getLast().hash();
        }
    }

    @Test
    void a_sound_chain_is_counted() throws IOException {
        heads().export(STREAM, end(3), NOW);
        assertThat(check(chain)).isEqualTo(new Report(5, 1, 2, null));
        assertThat(check(chain).sound()).isTrue();
    }

    @Test
    void no_chain_and_no_head_are_sound() throws IOException {
        assertThat(check(List.of())).isEqualTo(new Report(0, 0, 0, null));
    }

    @Test
    void what_is_wrong_first_is_told() throws IOException {
        assertThat(check(chain.subList(1, 5)).fault().text()).isEqualTo("number 1 is missing; found 2");
        assertThat(check(List.of(chain.get(0), chain.get(2), chain.get(4)))
                        .fault()
                        .text())
                .isEqualTo("number 2 is missing; found 3");
        ChainLink other = new ChainLink(
                STREAM, 3, chain.get(2).at(), entry(9), chain.get(2).hash());
        assertThat(check(List.of(chain.get(0), chain.get(1), other, chain.get(3)))
                        .fault()
                        .text())
                .isEqualTo("number 3 was changed, or something before it was");
        assertThat(check(List.of(chain.get(0), chain.get(1), other)).sound()).isFalse();
    }

    @Test
    void a_head_names_what_must_be_there() throws IOException {
        heads().export(STREAM, end(4), NOW);
        assertThat(check(chain.subList(0, 2)).fault().text())
                .isEqualTo("numbers 3 to 4 are missing: a signed head names them");
        assertThat(check(chain.subList(0, 4)).unanchored()).isZero();
        assertThat(check(chain.subList(0, 2)).unanchored()).isZero();
    }

    @Test
    void a_chain_made_to_fit_differs_from_its_head() throws IOException {
        heads().export(STREAM, end(2), NOW);
        byte[] previous = chain.getFirst().hash();
        List<ChainLink> forged = new ArrayList<>(chain.subList(0, 1));
        for (int number = 2; number <= 3; number++) {
            forged.add(ChainLink.after(previous, STREAM, number, NOW, entry(number + 50)));
            previous = forged.getLast().hash();
        }
        assertThat(check(forged).fault().text()).isEqualTo("number 2 differs from its signed head");
    }

    @Test
    void a_head_must_be_signed_by_a_known_key_and_not_contradict_another() throws IOException {
        heads().export(STREAM, end(2), NOW);
        Head head = AuditHeads.read(file).getFirst();
        assertThat(check(List.of(with(head, 1)), chain).fault().text())
                .isEqualTo("head of number 1: signature is not by key " + keys.headKeyId());
        Head unknown = new Head(head.stream(), 2, head.hash(), head.at(), "nobody", head.signature());
        assertThat(check(List.of(unknown), chain).fault().text()).contains("signature is not by key nobody");
        AuditHeads again = heads();
        again.export(STREAM, new ChainEnd(2, new byte[32]), NOW);
        assertThat(check(chain).fault().text()).isEqualTo("two heads of number 2 differ");
    }

    @Test
    void the_last_heads_are_found_at_the_end_of_a_long_file_and_far_before_it() throws IOException {
        assertThat(AuditHeads.lastNumbers(file, List.of(STREAM))).isEmpty();
        heads().export((short) (STREAM + 1), end(3), NOW);
        AuditHeads many = heads();
        for (int number = 1; number <= 400; number++) {
            many.export(STREAM, new ChainEnd(number, new byte[32]), NOW);
        }
        assertThat(Files.size(file)).isGreaterThan(65_536);
        assertThat(AuditHeads.lastNumbers(file, List.of(STREAM))).isEqualTo(Map.of(STREAM, 400L));
        assertThat(AuditHeads.lastNumbers(file, List.of(STREAM, (short) (STREAM + 1))))
                .isEqualTo(Map.of(STREAM, 400L, (short) (STREAM + 1), 3L));
    }

    @Test
    void the_same_head_twice_is_no_fault() throws IOException {
        heads().export(STREAM, end(2), NOW);
        heads().export(STREAM, end(2), NOW);
        assertThat(check(chain)).isEqualTo(new Report(5, 2, 3, null));
    }

    /** Each column is in the hash, and none runs into the next. */
    @Test
    void every_column_counts() {
        AuditEntry entry = entry(1);
        ChainLink own = first(entry);
        List<ChainLink> links = new ArrayList<>(List.of(
                own,
                ChainLink.after(ChainLink.GENESIS, (short) 2, 1, NOW, entry),
                ChainLink.after(ChainLink.GENESIS, STREAM, 2, NOW, entry),
                ChainLink.after(ChainLink.GENESIS, STREAM, 1, NOW.plusNanos(1_000), entry),
                ChainLink.after(new byte[] {1}, STREAM, 1, NOW, entry)));
        others(entry).forEach(other -> links.add(first(other)));
        assertThat(links.stream().map(link -> HexFormat.of().formatHex(link.hash())))
                .doesNotHaveDuplicates()
                .hasSize(12);
        assertThat(own.hash()).hasSize(32);
        assertThat(own.at()).isEqualTo(Instant.parse("2026-11-20T00:00:00.123456Z"));
        assertThat(own.micros()).isEqualTo(1_795_132_800_123_456L);
        assertThat(own.follows(ChainLink.GENESIS)).isTrue();
        assertThat(own.follows(new byte[] {1})).isFalse();
    }

    private static ChainLink first(AuditEntry entry) {
        return ChainLink.after(ChainLink.GENESIS, STREAM, 1, NOW, entry);
    }

    /** With one column changed. */
    private static List<AuditEntry> others(AuditEntry one) {
        String id = one.requestId();
        AuditEvent event = one.event();
        String actor = one.actor();
        String insurer = one.insurerNumber();
        List<String> subjects = one.subjects();
        String detail = one.detail();
        return List.of(
                new AuditEntry("x", event, actor, insurer, subjects, detail),
                new AuditEntry(id, AuditEvent.JOB_RAN, actor, insurer, subjects, detail),
                new AuditEntry(id, event, "x", insurer, subjects, detail),
                new AuditEntry(id, event, actor, null, subjects, detail),
                new AuditEntry(id, event, actor, "null", subjects, detail),
                new AuditEntry(id, event, actor, insurer, List.of(), detail),
                new AuditEntry(id, event, actor, insurer, subjects, "{}"));
    }

    @Test
    void an_instant_that_no_clock_ever_showed_is_not_counted() {
        ChainLink link = new ChainLink(STREAM, 1, Instant.MAX, entry(1), new byte[32]);
        assertThatThrownBy(link::micros).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_head_is_due_after_a_thousand_entries_or_ten_seconds_and_never_twice() throws IOException {
        AuditHeads heads = heads();
        heads.exportIfDue(STREAM, new ChainEnd(1, new byte[32]), NOW);
        assertThat(AuditHeads.read(file)).as("the first at once").hasSize(1);
        heads.exportIfDue(STREAM, new ChainEnd(1_000, new byte[32]), NOW.plusSeconds(9));
        assertThat(AuditHeads.read(file)).hasSize(1);
        heads.exportIfDue(STREAM, new ChainEnd(1_001, new byte[32]), NOW.plusSeconds(9));
        assertThat(AuditHeads.read(file)).as("a thousand later").hasSize(2);
        heads.exportIfDue(STREAM, new ChainEnd(1_002, new byte[32]), NOW.plusSeconds(19));
        assertThat(AuditHeads.read(file)).as("ten seconds later").hasSize(3);
        heads.exportIfDue(STREAM, new ChainEnd(1_002, new byte[32]), NOW.plusSeconds(99));
        heads.export(STREAM, new ChainEnd(1_002, new byte[32]), NOW.plusSeconds(99));
        assertThat(AuditHeads.read(file)).as("nothing new").hasSize(3);
        assertThat(AuditHeads.read(file).getLast().at())
                .isEqualTo(NOW.plusSeconds(19).toString());
    }

    /** On a full disk the next try comes after the same while, not at every entry. */
    @Test
    void a_try_that_failed_waits_too_and_is_made_again() throws IOException {
        Files.createDirectory(file);
        AuditHeads heads = heads();
        assertThatThrownBy(() -> heads.exportIfDue(STREAM, end(1), NOW)).isInstanceOf(UncheckedIOException.class);
        Files.delete(file);
        heads.exportIfDue(STREAM, end(1), NOW.plusSeconds(9));
        assertThat(file).doesNotExist();
        heads.exportIfDue(STREAM, end(1), NOW.plusSeconds(10));
        assertThat(AuditHeads.read(file)).hasSize(1);
    }

    @Test
    void a_line_that_was_cut_short_is_left_out_and_written_over() throws IOException {
        assertThat(AuditHeads.read(file)).isEmpty();
        Files.writeString(file, "{\"stre");
        assertThat(AuditHeads.read(file)).isEmpty();
        heads().export(STREAM, end(1), NOW);
        Files.writeString(file, Files.readString(file) + "{\"stream\":1,\"numb");
        heads().export(STREAM, end(2), NOW);
        assertThat(AuditHeads.read(file)).extracting(Head::number).containsExactly(1L, 2L);
        assertThat(check(chain).sound()).isTrue();
    }

    @Test
    void a_key_id_keeps_its_key_and_names_no_other_file() throws IOException {
        HeadKeys published = HeadKeys.in(folder);
        byte[] message = {1, 2, 3};
        Signature right = new Signature(keys.headKeyId(), keys.sign(message));
        assertThat(published.isGenuine(message, right)).isTrue();
        published.publish(keys.headKeyId(), "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n");
        assertThat(published.isGenuine(message, right)).isTrue();
        assertThat(published.isGenuine(new byte[] {1, 2}, right)).isFalse();
        assertThat(published.isGenuine(message, new Signature(keys.headKeyId(), new byte[64])))
                .isFalse();
        assertThat(published.isGenuine(message, new Signature(keys.headKeyId(), new byte[3])))
                .isFalse();
        for (String id : List.of("other", "../keys", "", "a/b", keys.headKeyId() + "\n")) {
            assertThat(published.isGenuine(message, new Signature(id, right.bytes())))
                    .as(id)
                    .isFalse();
        }
        HeadKeys elsewhere = HeadKeys.in(folder.resolve("new"));
        elsewhere.publish(keys.headKeyId(), keys.headPublicKeyPem());
        assertThat(elsewhere.isGenuine(message, right)).isTrue();
        HeadKeys broken = HeadKeys.in(folder.resolve("broken"));
        broken.publish("k", "no key");
        assertThat(broken.isGenuine(message, new Signature("k", right.bytes()))).isFalse();
    }

    @Test
    void an_entry_is_of_its_own_and_orders_its_detail() {
        List<String> subjects = new ArrayList<>(List.of("1"));
        AuditEntry entry = AuditEntry.of("r", AuditEvent.JOB_RAN, "job:x", Map.of("b", 1, "a", "x"))
                .about("442012", subjects);
        subjects.add("2");
        assertThat(entry.subjects()).containsExactly("1");
        assertThat(entry.detail()).isEqualTo("{\"a\":\"x\",\"b\":1}");
        assertThat(entry.insurerNumber()).isEqualTo("442012");
        assertThat(new StreamEnd(STREAM, 7, 5).unanchored()).isEqualTo(2);
        assertThat(new StreamEnd(STREAM, 5, 7).unanchored()).isZero();
    }

    private Report check(List<ChainLink> links) throws IOException {
        return check(AuditHeads.read(file), links);
    }

    private Report check(List<Head> heads, List<ChainLink> links) {
        ChainCheck check = new ChainCheck(heads, HeadKeys.in(folder)::isGenuine);
        links.forEach(check::step);
        return check.report();
    }

    private AuditHeads heads() {
        return new AuditHeads(file, keys.headKeyId(), keys::sign);
    }

    private ChainEnd end(int number) {
        return new ChainEnd(number, chain.get(number - 1).hash());
    }

    private static Head with(Head head, long number) {
        return new Head(head.stream(), number, head.hash(), head.at(), head.keyId(), head.signature());
    }

    private static AuditEntry entry(int i) {
        return AuditEntry.of("request-" + i, AuditEvent.FILE_LOOKED, "office:44/cm", Map.of("n", i))
                .about("442012", List.of("900000000" + i));
    }
}
