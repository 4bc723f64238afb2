package kaigo.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The readers of both servers, made once, and the rounds of all that they are measured against. */
final class ReadRounds implements AutoCloseable {

    private static final int TURNS = 12;
    private static final double SECONDS_OF_A_TURN = 2;
    private static final int OF_EACH = 5_000;
    private static final int FILES_A_SECOND = 1_000;

    private final PrintStream out;
    private final ReadCountry few;
    private final ReadCountry lots;
    private final ReadClient tls;
    private final ReadClient plain;
    private final ReadClient tlsOfMany;
    private final List<String> persons;
    private final List<String> handles;
    private final List<String> crowd;
    private final String unverified;
    private final String absent;
    private final List<Connection> connections = new ArrayList<>();

    private ReadRounds(ReadCountry few, ReadCountry lots, PrintStream out, Connection ofFew, Connection ofLots)
            throws Exception {
        this.out = out;
        this.few = few;
        this.lots = lots;
        this.tls = few.tls();
        this.plain = few.behindProxy();
        this.tlsOfMany = lots.tls();
        UnaryOperator<String> names = few.handles();
        this.persons = tls.allowed(ReadClient.USERS, ReadClient.SURVEYS, few.verified(ofFew), names);
        this.handles = persons.stream().map(names).toList();
        this.crowd = alike(persons, lots.verified(ofLots)).stream()
                .map(lots.handles())
                .toList();
        String stranger = few.unverified(ofFew);
        this.unverified = names.apply(stranger);
        this.absent = names.apply(stranger.split("/")[0] + "/9999999999");
        out.printf("%,d and %,d persons to read%n", persons.size(), crowd.size());
    }

    static ReadRounds prepare(ReadCountry few, ReadCountry lots, PrintStream out) throws Exception {
        try (Connection ofFew = few.connect();
                Connection ofLots = lots.connect()) {
            ReadRounds all = new ReadRounds(few, lots, out, ofFew, ofLots);
            all.holdAnswersAgainstEachOther();
            for (int i = 0; i < Pace.CLIENTS; i++) {
                all.connections.add(few.connect());
            }
            return all;
        }
    }

    /** What is measured side by side gives the same answer. */
    private void holdAnswersAgainstEachOther() throws Exception {
        for (String person : handles) {
            String audited = lasting(tls.get(ReadClient.USERS + person + ReadClient.SURVEYS));
            String withoutGate = lasting(tls.get(ReadClient.USERS + person + PlainRecords.PATH));
            if (!audited.equals(withoutGate)) {
                throw new IllegalStateException("not the same answer:%n%s%n%s".formatted(audited, withoutGate));
            }
        }
    }

    private static String lasting(String answer) {
        return answer.replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "");
    }

    /** Those of all insurers who bear the number of one of these: each insurer has the same people. */
    private static List<String> alike(List<String> persons, List<String> all) {
        Set<String> numbers = persons.stream().map(ReadRounds::number).collect(Collectors.toSet());
        return all.stream().filter(one -> numbers.contains(number(one))).toList();
    }

    private static String number(String person) {
        return person.substring(person.indexOf('/') + 1);
    }

    void warmUp() throws Exception {
        for (var readers : List.of(
                audited(plain),
                audited(tls),
                withoutGate(plain),
                withoutGate(tls),
                files(plain),
                files(tls),
                ofMany(),
                ofMany())) {
            Pace.warmUp(readers, out);
        }
    }

    /**
     * In each turn all rounds, and of each round all sides, in an order drawn by lot (the same in each run): what the host, the
     * database and the server do from time to time falls on all alike, so that the spread says how exact the figures are.
     */
    void run(int rounds, Comparison comparison) throws Exception {
        List<Pace.Reader> bare = BareReads.readers(connections, few, persons);
        List<Sides> all = Stream.generate(() -> new Sides(bare)).limit(rounds).toList();
        List<Sides> order = new ArrayList<>(all);
        Random lot = new Random(TURNS);
        for (int turn = 1; turn <= TURNS; turn++) {
            out.printf("turn %d of %d%n", turn, TURNS);
            Collections.shuffle(order, lot);
            for (Sides sides : order) {
                sides.take(lot);
            }
        }
        for (int i = 0; i < rounds; i++) {
            out.printf("round %d of %d%n", i + 1, rounds);
            all.get(i).compare(comparison);
            measureAbsentAndForbidden(comparison);
        }
    }

    /** All sides of one round. */
    private final class Sides {

        private final Side loop;
        private final Side off = new Side("audited read, TLS off", few, audited(plain), out);
        private final Side on = new Side("audited read, TLS on", few, audited(tls), out);
        private final Side baseOff = new Side("without gate, TLS off", few, withoutGate(plain), out);
        private final Side baseOn = new Side("without gate, TLS on", few, withoutGate(tls), out);
        private final Side many = new Side("audited read of many", lots, ofMany(), out);
        private final Side filesOff = new Side("whole file, TLS off", few, files(plain), out);
        private final Side filesOn = new Side("whole file, TLS on", few, files(tls), out);

        Sides(List<Pace.Reader> bare) {
            this.loop = new Side("bare JDBC loop", few, bare, out);
        }

        void take(Random lot) throws Exception {
            List<Side> order = new ArrayList<>(List.of(loop, off, on, baseOff, baseOn, many, filesOff, filesOn));
            Collections.shuffle(order, lot);
            for (Side side : order) {
                side.take(SECONDS_OF_A_TURN);
            }
        }

        void compare(Comparison comparison) {
            Pace ofLoop = loop.pace();
            Pace tlsOn = on.pace();
            ReadRounds.compare("TLS off", off.pace(), ofLoop, baseOff.pace(), comparison);
            ReadRounds.compare("TLS on", tlsOn, ofLoop, baseOn.pace(), comparison);
            comparison.add("many people / few", 0.77, many.pace().aSecond(), tlsOn.aSecond());
            compareFiles("TLS off", filesOff.pace(), comparison);
            compareFiles("TLS on", filesOn.pace(), comparison);
        }
    }

    private List<Pace.Reader> audited(ReadClient client) {
        return client.readers(ReadClient.USERS, ReadClient.SURVEYS, handles);
    }

    private List<Pace.Reader> withoutGate(ReadClient client) {
        return client.readers(ReadClient.USERS, PlainRecords.PATH, handles);
    }

    private List<Pace.Reader> files(ReadClient client) {
        return client.readers(ReadClient.USERS, "/file", handles);
    }

    private List<Pace.Reader> ofMany() {
        return tlsOfMany.readers(ReadClient.USERS, ReadClient.SURVEYS, crowd);
    }

    private static void compare(String tls, Pace ours, Pace loop, Pace base, Comparison comparison) {
        comparison.add("audited read / bare JDBC loop, " + tls, 0.25, ours.aSecond(), loop.aSecond());
        comparison.add("audited read / without facts and audit, " + tls, 0.6, ours.aSecond(), base.aSecond());
    }

    private static void compareFiles(String tls, Pace files, Comparison comparison) {
        comparison.add("whole files / 1,000 a second, " + tls, 1, files.aSecond(), FILES_A_SECOND);
    }

    /** By one client, in turns: medians of a person who is not there, and of one whom the office may not see. */
    private void measureAbsentAndForbidden(Comparison comparison) throws Exception {
        List<Double> ofAbsent = new ArrayList<>();
        List<Double> ofForbidden = new ArrayList<>();
        for (int i = 0; i < OF_EACH; i++) {
            ofAbsent.add(millis(absent));
            ofForbidden.add(millis(unverified));
        }
        ofAbsent.sort(null);
        ofForbidden.sort(null);
        comparison.add("median of absent / of forbidden", 0.9, ofAbsent.get(OF_EACH / 2), ofForbidden.get(OF_EACH / 2));
    }

    private double millis(String person) throws Exception {
        long begun = System.nanoTime();
        tls.get(ReadClient.USERS + person + ReadClient.SURVEYS);
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
