package kaigo.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * ./kiban bench p99: the slowest hundredth of audited reads, TLS off and on, beside that of the bare JDBC loop. A p99 rests on a
 * hundredth of what was read, and what is slow is so in clusters (the database tidies up for a second): many reads, in short
 * turns, so that such a second falls on all sides.
 */
final class P99Bench implements Measurement {

    private static final int PERSONS = 10_000;
    private static final int TURNS = 200;
    private static final double SECONDS_OF_A_TURN = 0.5;

    private final int rounds;
    private final PrintStream out;

    P99Bench(int rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
    }

    @Override
    public List<Bar> run() throws Exception {
        Path files = Folders.create("kiban-bench-files");
        Path data = Folders.create("kiban-bench-p99");
        try (ReadCountry country = ReadCountry.create(data, files, PERSONS, List.of())) {
            List<Connection> connections = new ArrayList<>();
            try {
                for (int i = 0; i < Pace.CLIENTS; i++) {
                    connections.add(country.connect());
                }
                return measure(country, connections);
            } finally {
                for (Connection connection : connections) {
                    connection.close();
                }
            }
        } finally {
            Folders.delete(files);
            Folders.delete(data);
        }
    }

    private List<Bar> measure(ReadCountry country, List<Connection> connections) throws Exception {
        ReadClient tls = country.tls();
        ReadClient plain = country.behindProxy();
        List<String> persons = tls.allowed(
                ReadClient.USERS, ReadClient.SURVEYS, country.verified(connections.getFirst()), country.handles());
        List<String> handles = persons.stream().map(country.handles()).toList();
        List<Pace.Reader> loop = BareReads.readers(connections, country, persons);
        List<Pace.Reader> off = plain.readers(ReadClient.USERS, ReadClient.SURVEYS, handles);
        List<Pace.Reader> on = tls.readers(ReadClient.USERS, ReadClient.SURVEYS, handles);
        Pace.warmUp(off, out);
        Pace.warmUp(on, out);
        List<Round> all = Stream.generate(() -> new Round(
                        new Side("bare JDBC loop", country, loop, out),
                        new Side("audited read, TLS off", country, off, out),
                        new Side("audited read, TLS on", country, on, out)))
                .limit(rounds)
                .toList();
        List<Side> order = new ArrayList<>(all.stream().flatMap(Round::sides).toList());
        Random lot = new Random(TURNS);
        for (int turn = 1; turn <= TURNS; turn++) {
            Collections.shuffle(order, lot);
            for (Side side : order) {
                side.take(SECONDS_OF_A_TURN);
            }
        }
        Comparison comparison = new Comparison(out);
        for (int i = 0; i < rounds; i++) {
            out.printf("round %d of %d%n", i + 1, rounds);
            all.get(i).compare(comparison);
        }
        return comparison.bars();
    }

    private record Round(Side loop, Side off, Side on) {

        Stream<Side> sides() {
            return Stream.of(loop, off, on);
        }

        void compare(Comparison comparison) {
            Pace base = loop.pace();
            compare("TLS off", off.pace(), base, comparison);
            compare("TLS on", on.pace(), base, comparison);
        }

        private static void compare(String tls, Pace ours, Pace base, Comparison comparison) {
            comparison.add(
                    "1 / p99, audited read / bare loop, " + tls, 0.25, 1 / ours.p99Millis(), 1 / base.p99Millis());
        }
    }
}
