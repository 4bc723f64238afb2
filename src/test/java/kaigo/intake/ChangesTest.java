package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.cli.Kiban;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ./kiban changes and ./kiban hashes against a real register: what they write is what the register needs. */
class ChangesTest {

    private static final String NUMBER = "123456789018";
    private static final String OTHER_NUMBER = "987654321093";

    @TempDir
    private Path folder;

    @Test
    void the_earlier_extract_and_the_changes_give_the_register_of_the_present_extract() throws IOException {
        InsurerNumber insurer = TestServer.insurerDaily();
        InsurerNumber control = TestServer.insurerDaily();
        load(insurer, before(insurer).bytes());
        load(control, now(control).bytes());

        assertThat(changes(before(insurer), now(insurer))).isZero();
        List<Path> files = written();
        assertThat(files).hasSize(1);
        String name = String.valueOf(files.getFirst().getFileName());
        Receipt receipt = Loads.accepted(Loads.offer(insurer, Files.readAllBytes(files.getFirst()), name));
        Loads.awaitFinal(receipt);

        assertThat(Loads.database()
                        .sql("select update_type || insured_number from intake.result"
                                + " where insurer_number = ? and receipt = ? order by 1")
                        .params(insurer.value(), receipt.number())
                        .query(String.class)
                        .list())
                .containsExactly("19000000005", "29000000002", "29000000003", "39000000004");
        assertThat(persons(insurer)).isEqualTo(persons(control)).hasSize(4);
    }

    @Test
    void extracts_that_are_alike_give_no_file() throws IOException {
        InsurerNumber insurer = new InsurerNumber("442012");

        assertThat(changes(before(insurer), before(insurer).createdAt("20261120053001")))
                .isZero();
        assertThat(written()).isEmpty();
    }

    @Test
    void an_error_in_the_present_extract_writes_nothing_for_it_could_look_like_a_deletion() throws IOException {
        InsurerNumber insurer = new InsurerNumber("442012");

        assertThat(changes(before(insurer), now(insurer).with(13, "9"))).isEqualTo(1);
        assertThat(written()).isEmpty();
    }

    @Test
    void what_is_no_pair_of_extracts_is_refused() throws IOException {
        InsurerNumber insurer = new InsurerNumber("442012");
        M01File update = new M01File(insurer, "D").add("2", "9000000001", NUMBER, "架空　太郎");
        M01File twice = now(insurer).add("1", "9000000001", NUMBER, "架空　太郎");

        assertThat(changes(before(insurer), before(new InsurerNumber("131045"))))
                .isEqualTo(2);
        assertThat(changes(before(insurer), update)).isEqualTo(2);
        assertThat(changes(before(insurer), twice)).isPositive();
        assertThat(changes(before(insurer), now(insurer).announcing(9))).isEqualTo(2);
        assertThat(Kiban.run("changes", "--from", "/nowhere/a.csv", "--to", "/nowhere/b.csv", "--out", out()))
                .isEqualTo(1);
        assertThat(written()).isEmpty();
    }

    @Test
    void the_hashes_of_what_was_sent_agree_with_the_register() throws IOException {
        InsurerNumber insurer = TestServer.insurerDaily();
        M01File first = before(insurer);
        M01File second = new M01File(insurer, "D")
                .createdAt("20261120053002")
                .add("3", "9000000001", "", "架空　太郎")
                .add("2", "9000000002", NUMBER, "架空　花代");
        load(insurer, first.bytes());
        load(insurer, second.bytes());

        assertThat(Kiban.run(
                        "hashes",
                        write("first", first).toString(),
                        write("second", second).toString(),
                        "--as-of",
                        "2026-11-20",
                        "--out",
                        out()))
                .isZero();

        assertThat(Kiban.run(
                        "check",
                        "--out",
                        folder.toString(),
                        written().getFirst().toString()))
                .isZero();
        List<String> stated = Files.readAllLines(written().getFirst());
        assertThat(stated).hasSize(5).first().asString().startsWith("1,1,Q01,2.02," + insurer.value() + ",D,20261120,");
        assertThat(stated.stream()
                        .skip(1)
                        .limit(3)
                        .map(line -> line.split(",")[2] + " " + line.split(",")[3] + " " + line.split(",")[6]))
                .containsExactlyInAnyOrderElementsOf(held(insurer).entrySet().stream()
                        .map(one -> "M01 " + one.getKey() + " " + one.getValue())
                        .toList());
    }

    @Test
    void an_extract_of_applications_gives_a_daily_file_of_those_whose_sheets_differ() throws IOException {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(
                insurer,
                new M01File(insurer, "D")
                        .add("1", "0000000001", NUMBER, "架空　太郎")
                        .bytes());
        Path before = applications(insurer, "before", LocalDateTime.of(2026, 11, 20, 6, 0), "1");
        Path now = applications(insurer, "now", LocalDateTime.of(2026, 11, 20, 7, 0), "3");
        load(insurer, Files.readAllBytes(before));

        assertThat(Kiban.run("changes", "--from", before.toString(), "--to", now.toString(), "--out", out()))
                .isZero();
        assertThat(written()).singleElement().asString().contains("M08_").endsWith(".json");
        load(insurer, Files.readAllBytes(written().getFirst()));

        assertThat(Loads.database()
                        .sql("""
                                select a.history_no || ' ' || b.q1_3 from certification.application a
                                join certification.basic b using (insurer_number, insured_number, history_no, sheets_revision)
                                where a.insurer_number = ? order by 1""")
                        .param(insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly("1 1", "2 3");
    }

    /** M07 with two histories of one person; q1_3 of the second as given. */
    private Path applications(InsurerNumber insurer, String name, LocalDateTime created, String answer)
            throws IOException {
        Layout layout = Layouts.newest("M07").orElseThrow();
        Control control = new Control(
                "M07", "2.02", insurer.value(), ProcessingType.DAILY, LocalDate.of(2026, 11, 20), created, 2, "TEST");
        Path file = folder.resolve(name + ".json");
        try (RecordWriter writer = RecordWriter.open(Files.newOutputStream(file), Form.NDJSON, control, layout)) {
            for (String historyNo : List.of("1", "2")) {
                Row row = SampleRecord.full(layout, 2);
                row.text(layout.position("insurerNumber"), insurer.value());
                row.text(layout.position("historyNo"), historyNo);
                Row basic = row.sheet(layout.sheet("basic")).getFirst();
                basic.text(basic.layout().position("q1_3"), historyNo.equals("1") ? "1" : answer);
                writer.write(row);
            }
        }
        return file;
    }

    private static M01File before(InsurerNumber insurer) {
        return new M01File(insurer, "D")
                .add("1", "9000000001", NUMBER, "架空　太郎")
                .add("1", "9000000002", NUMBER, "架空　花子")
                .add("1", "9000000003", NUMBER, "架空　次郎")
                .add("1", "9000000004", NUMBER, "架空　三郎");
    }

    /** 1 as it was, but sent at another time; 2 renamed; 3 with another マイナンバー only; 4 gone; 5 new. */
    private static M01File now(InsurerNumber insurer) {
        return new M01File(insurer, "D")
                .createdAt("20261120053001")
                .add("1", "9000000001", NUMBER, "架空　太郎", "20261120120000")
                .add("1", "9000000002", NUMBER, "架空　花代", "20261120120000")
                .add("1", "9000000003", OTHER_NUMBER, "架空　次郎", "20261120120000")
                .add("1", "9000000005", NUMBER, "架空　四郎", "20261120120000");
    }

    private static void load(InsurerNumber insurer, byte[] file) {
        Loads.awaitFinal(Loads.accepted(Loads.offer(insurer, file, null)));
    }

    /** Name and number of every person who is held; the hash of the content holds the insurer too. */
    private static List<String> persons(InsurerNumber insurer) {
        return Loads.database()
                .sql("""
                        select p.insured_number || ' ' || p.name || ' ' || encode(l.number_hmac, 'hex')
                        from insured.person p join insured.link l using (insurer_number, insured_number)
                        where p.insurer_number = ? and p.deleted_at is null order by 1""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    /** Content hash of every person who is held. */
    private static Map<String, String> held(InsurerNumber insurer) {
        return Loads.database()
                .sql("select insured_number, encode(content_hash, 'hex') from insured.person"
                        + " where insurer_number = ? and deleted_at is null")
                .param(insurer.value())
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private int changes(M01File before, M01File now) throws IOException {
        return Kiban.run(
                "changes",
                "--from",
                write("before", before).toString(),
                "--to",
                write("now", now).toString(),
                "--out",
                out());
    }

    private Path write(String name, M01File file) throws IOException {
        return Files.write(folder.resolve(name + ".csv"), file.bytes());
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private List<Path> written() throws IOException {
        if (!Files.isDirectory(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }
}
