package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * ./kiban bench read: an authorised, durably recorded look over real HTTP, eight clients, TLS off and on; beside the same
 * SQL by a bare JDBC loop, beside the same record over HTTP without facts and record, and with a hundred times the people.
 */
final class ReadBench implements Measurement {

    private static final int FEW = 10_000;
    private static final int WARM_UP_SECONDS = 25;
    private static final int SECONDS = 10;
    private static final int OF_EACH = 5_000;
    private static final int FILES_A_SECOND = 1_000;
    private static final String USERS = "/api/v1/users/";
    private static final String SURVEYS = "/surveys";

    private final int many;
    private final int rounds;
    private final @Nullable Path recording;
    private final PrintStream out;

    /** @param many people in the larger of the two servers */
    ReadBench(int many, int rounds, @Nullable Path recording, PrintStream out) {
        this.many = many;
        this.rounds = rounds;
        this.recording = recording;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path files = Folders.create("kiban-bench-files");
        Path small = Folders.create("kiban-bench-few");
        Path large = Folders.create("kiban-bench-many");
        Path empty = Folders.create("kiban-bench-none");
        Comparison comparison = new Comparison(out);
        try {
            try (ReadCountry few = ReadCountry.create(small, files.resolve("few"), FEW, options());
                    ReadCountry lots = ReadCountry.create(large, files.resolve("many"), many, List.of())) {
                measure(few, lots, comparison);
            }
            ReadCountry.start(empty, List.of()).close();
            for (int i = 0; i < rounds; i++) {
                comparison.add("1 / start to ready, many people / none", 1 / 1.3, 1 / start(large), 1 / start(empty));
            }
        } finally {
            for (Path folder : List.of(files, small, large, empty)) {
                Folders.delete(folder);
            }
        }
        List<Bar> bars = new ArrayList<>(comparison.bars());
        bars.addAll(new RuleBench(rounds, out).run());
        return bars;
    }

    private List<String> options() {
        return recording == null ? List.of() : LoadRound.profile(recording.resolve("read.jfr"));
    }

    private static double start(Path data) throws Exception {
        long begun = System.nanoTime();
        try (ReadCountry country = ReadCountry.start(data, List.of())) {
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private void measure(ReadCountry few, ReadCountry lots, Comparison comparison) throws Exception {
        List<Connection> connections = new ArrayList<>();
        try (Connection one = few.connect();
                Connection other = lots.connect()) {
            for (int i = 0; i < Pace.CLIENTS; i++) {
                connections.add(few.connect());
            }
            ReadClient tls = few.tls();
            List<String> persons = tls.allowed(USERS, SURVEYS, few.verified(one));
            List<String> crowd = alike(persons, lots.verified(other));
            out.printf("%,d and %,d persons to read%n", persons.size(), crowd.size());
            ReadClient plain = few.behindProxy();
            List<Pace.Reader> bare = BareReads.readers(connections, few, persons);
            List<Pace.Reader> offTls = plain.readers(USERS, SURVEYS, persons);
            List<Pace.Reader> onTls = tls.readers(USERS, SURVEYS, persons);
            List<Pace.Reader> offBase = plain.readers(PlainRecords.PATH, "", persons);
            List<Pace.Reader> onBase = tls.readers(PlainRecords.PATH, "", persons);
            List<Pace.Reader> file = plain.readers(USERS, "/file", persons);
            List<Pace.Reader> fileTls = tls.readers(USERS, "/file", persons);
            List<Pace.Reader> ofMany = lots.tls().readers(USERS, SURVEYS, crowd);
            for (var readers : List.of(offTls, onTls, offBase, onBase, file, fileTls, ofMany)) {
                Pace.of(readers, WARM_UP_SECONDS);
            }
            for (int i = 1; i <= rounds; i++) {
                out.printf("round %d of %d%n", i, rounds);
                Pace loop = measured("bare JDBC loop", few, bare);
                compare(comparison, "TLS off", measured("audited read, TLS off", few, offTls), loop);
                Pace on = measured("audited read, TLS on", few, onTls);
                compare(comparison, "TLS on", on, loop);
                over(
                        comparison,
                        "TLS off",
                        measured("audited read, TLS off", few, offTls),
                        measured("without gate, TLS off", few, offBase));
                over(comparison, "TLS on", on, measured("without gate, TLS on", few, onBase));
                comparison.add(
                        "whole files / 1,000 a second, TLS off",
                        1,
                        measured("whole file, TLS off", few, file).aSecond(),
                        FILES_A_SECOND);
                comparison.add(
                        "whole files / 1,000 a second, TLS on",
                        1,
                        measured("whole file, TLS on", few, fileTls).aSecond(),
                        FILES_A_SECOND);
                comparison.add(
                        "many people / few",
                        0.77,
                        measured("audited read of many", lots, ofMany).aSecond(),
                        on.aSecond());
                absentAndForbidden(tls, few.unverified(one), comparison);
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Those of all insurers who bear the number of one of these: each insurer has the same people. */
    private static List<String> alike(List<String> persons, List<String> all) {
        Set<String> numbers = persons.stream().map(ReadBench::number).collect(Collectors.toSet());
        return all.stream().filter(one -> numbers.contains(number(one))).toList();
    }

    private static String number(String person) {
        return person.substring(person.indexOf('/') + 1);
    }

    private Pace measured(String name, ReadCountry country, List<Pace.Reader> readers) throws Exception {
        double[] before = country.coreSeconds();
        Pace pace = Pace.of(readers, SECONDS);
        double[] after = country.coreSeconds();
        out.printf(
                "  %s: %,.0f/s, p99 %.1f ms; core seconds: server %.1f, database %.1f%n",
                name, pace.aSecond(), pace.p99Millis(), after[0] - before[0], after[1] - before[1]);
        return pace;
    }

    private static void compare(Comparison comparison, String tls, Pace ours, Pace loop) {
        comparison.add("audited read / bare JDBC loop, " + tls, 0.25, ours.aSecond(), loop.aSecond());
        comparison.add("1 / p99, audited read / bare loop, " + tls, 0.25, 1 / ours.p99Millis(), 1 / loop.p99Millis());
    }

    private static void over(Comparison comparison, String tls, Pace ours, Pace base) {
        comparison.add("audited read / without facts and audit, " + tls, 0.6, ours.aSecond(), base.aSecond());
    }

    /** By one client, in turns: medians of a person who is not there, and of one whom the office may not see. */
    private static void absentAndForbidden(ReadClient client, String unverified, Comparison comparison)
            throws Exception {
        String absent = unverified.split("/")[0] + "/9999999999";
        List<Double> ofAbsent = new ArrayList<>();
        List<Double> ofForbidden = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            ofAbsent.add(millis(client, USERS + absent + SURVEYS));
            ofForbidden.add(millis(client, USERS + unverified + SURVEYS));
        }
        ofAbsent.sort(null);
        ofForbidden.sort(null);
        comparison.add("median of absent / of forbidden", 0.9, ofAbsent.get(OF_EACH / 2), ofForbidden.get(OF_EACH / 2));
    }

    private static double millis(ReadClient client, String path) throws Exception {
        long begun = System.nanoTime();
        client.get(path);
        return (System.nanoTime() - begun) / 1e6;
    }
}
