package kaigo.bench;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.certificates.CertificateFolder;
import kaigo.identity.ClientCertificates;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** A server with people to read: one insurer's files, loaded, and copied under other numbers until they are enough. */
final class ReadCountry implements AutoCloseable {

    static final String LOGIN = "keikaku";
    static final LocalDateTime NOW = ChildServerMain.TODAY.atTime(0, 30);

    private static final int PERSONS_OF_AN_INSURER = 10_000;
    private static final String FIRST = InsurerNumber.ofFirstFive("44300").value();
    private static final String ROOMS =
            "'insured', 'cards', 'certification', 'consent', 'opinion', 'benefits', 'life', 'careplan'";

    /** Each copy is somebody else: with the same key a look would read the file of the first insurer too. */
    private static final String KEY = "pmh_hmac";

    private static final String OTHER_KEY = "sha256(pmh_hmac || convert_to(n, 'UTF8'))";

    private final Path data;
    private final ChildServer server;
    private final int plainPort;

    private ReadCountry(Path data, ChildServer server, int plainPort) {
        this.data = data;
        this.server = server;
        this.plainPort = plainPort;
    }

    static ReadCountry create(Path data, Path folder, int persons, List<String> options) throws Exception {
        ReadCountry country = start(data, options);
        country.server.ask("insurer " + FIRST + " -");
        Sender sender = country.server.sender(FIRST);
        sender.signIn();
        for (Path file : CareFiles.initial(folder, "all", FIRST, PERSONS_OF_AN_INSURER, "2026-11-10")) {
            sender.file(file);
        }
        try (Connection connection = country.server.connect()) {
            NightBench.await(connection);
            List<String> copies = IntStream.range(1, persons / PERSONS_OF_AN_INSURER)
                    .mapToObj(i -> InsurerNumber.ofFirstFive("44%03d".formatted(300 + i))
                            .value())
                    .toList();
            Stream.concat(Stream.of(FIRST), copies.stream()).forEach(country::linked);
            country.copy(connection, copies);
            country.verifyAll(connection);
        }
        return country;
    }

    /** The server of a folder that has its people, with the routes of the measurement. */
    static ReadCountry start(Path data, List<String> options) throws Exception {
        ChildServer server = new ChildServer(new ChildServer.Settings(data, "512m", 0, false, null, options));
        String port = server.ask("reading");
        return new ReadCountry(data, server, Integer.parseInt(String.valueOf(port)));
    }

    /** With account and certificate: the demo would make them at its next start, which is measured. */
    private void linked(String insurer) {
        server.ask("insurer " + insurer + " 2026-11-11");
    }

    private void copy(Connection connection, List<String> copies) throws SQLException {
        String numbers = "string_to_array('" + String.join(",", copies) + "', ',')";
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : tables(connection)) {
                String others = text(connection, columns(table));
                statement.execute("insert into %s (insurer_number, %s) select n, %s from %s, unnest(%s) as n"
                                .formatted(table, others, others.replace(KEY, OTHER_KEY), table, numbers)
                        + " where insurer_number = '" + FIRST + "'");
            }
            statement.execute("insert into insured.pmh_directory (pmh_hmac, insurer_number, insured_number)"
                    + " select pmh_hmac, insurer_number, insured_number from insured.link"
                    + " where pmh_hmac is not null and insurer_number <> '" + FIRST + "'");
        }
    }

    /** Tables of records by insurer; the others are nobody's. */
    private static List<String> tables(Connection connection) throws SQLException {
        return list(connection, """
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'insurer_number' and t.table_type = 'BASE TABLE'
                    and c.ordinal_position = 1 and c.table_schema in (%s) order by 1""".formatted(ROOMS));
    }

    private static String columns(String table) {
        return """
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns where table_schema || '.' || table_name = '%s'
                    and column_name <> 'insurer_number' and is_generated = 'NEVER'""".formatted(table);
    }

    /** The office has identified everybody who is certified and has agreed at some time; the planner knows how many they are. */
    private void verifyAll(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into insured.viewing
                        (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                    select distinct c.insurer_number, c.insured_number, '%s', now(), 'bench', date '2027-02-28'
                    from consent.event c join certification.facts f using (insurer_number, insured_number)
                    join insured.facts p using (insurer_number, insured_number)
                    where f.certified_on <= date '2026-11-20' and c.valid_to is null and p.lost_on is null
                        and not exists (select from consent.event o where o.act <> 'GRANT'
                            and o.insurer_number = c.insurer_number and o.insured_number = c.insured_number)""".formatted(office().number()));
            statement.execute("create schema bench");
            statement.execute("create table bench.entry (like audit.entry including all)");
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** The gate's own statement, which is nobody else's to run: taken out of its class. */
    static String factsSql() {
        try {
            Class<?> store = Class.forName("kaigo.access.FileFactStore");
            Field facts = store.getDeclaredField("FACTS_OF_ONE");
            facts.setAccessible(true);
            return (String) facts.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parameters of the statements that the viewer gives. */
    Map<String, Object> viewer() {
        String fingerprint =
                ClientCertificates.fingerprint(folder().client(office()).certificate());
        Map<String, Object> viewer = new HashMap<>();
        viewer.put("kind", office().kind().code());
        viewer.put("number", office().number());
        viewer.put("login", LOGIN);
        viewer.put("holder", office().holder());
        viewer.put("fingerprint", fingerprint);
        viewer.put("today", ChildServerMain.TODAY);
        viewer.put("CERT_SURVEY", true);
        return viewer;
    }

    /** "insurer/insured" of whom the office has identified. */
    List<String> verified(Connection connection) throws SQLException {
        return list(
                connection,
                "select insurer_number || '/' || insured_number from insured.viewing order by md5(insured_number)");
    }

    /** Somebody who is there, but whom the office has not identified. */
    String unverified(Connection connection) throws SQLException {
        return text(
                connection,
                "select p.insurer_number || '/' || p.insured_number from insured.facts p where not exists"
                        + " (select from insured.viewing v where v.insurer_number = p.insurer_number"
                        + " and v.insured_number = p.insured_number) limit 1");
    }

    ReadClient tls() throws Exception {
        return ReadClient.tls(server.tlsPort(), folder(), office());
    }

    ReadClient behindProxy() throws Exception {
        return ReadClient.behindProxy(plainPort, folder(), office());
    }

    ScreenClient browser() throws Exception {
        return ScreenClient.signedIn(server.tlsPort(), plainPort, folder(), office());
    }

    UnaryOperator<String> handles() {
        return server.handles();
    }

    Connection connect() throws SQLException {
        return server.connect();
    }

    double[] coreSeconds() {
        return server.coreSeconds();
    }

    private CertificateFolder folder() {
        return new CertificateFolder(data.resolve("certificates"));
    }

    /** The demo's planning office. */
    static InstitutionId office() {
        return InstitutionId.office("4479901003");
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        @Nullable String found = list(connection, sql).getFirst();
        return String.valueOf(found);
    }

    @Override
    public void close() {
        server.close();
    }
}
