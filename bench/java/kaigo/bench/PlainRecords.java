package kaigo.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.api.Envelope;
import kaigo.certification.Certifications;
import kaigo.shared.InstitutionViewer;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.util.RawValue;

/**
 * The 調査票 of a person without facts, decision and record: what the gate costs is held against it. All else is as in the
 * read that is shipped: the person's handle in the path, the snapshot that ends with its statement, the envelope. {@link
 * ReadRounds} holds the two answers against each other. Never shipped.
 */
final class PlainRecords {

    /** After the person's handle. */
    static final String PATH = "/plain-surveys";

    /** What the gate finds among the facts, and a read without it has to be told. */
    static final String TOLD = """
            select array(select c.history_no from certification.facts c where c.insurer_number = p.insurer_number
                    and c.insured_number = p.insured_number and c.certified_on <= ? order by c.history_no),
                p.protection is not true
            from insured.facts p where p.insurer_number = ? and p.insured_number = ?""";

    /**
     * @param certified 要介護認定履歴番号 of the certified applications
     * @param addressOpen not under 支援措置
     */
    record Told(String[] certified, boolean addressOpen) {

        static Told of(ResultSet row) throws SQLException {
            return new Told((String[]) row.getArray(1).getArray(), row.getBoolean(2));
        }
    }

    private final PersonHandles handles;
    private final JdbcOperations database;
    private final TransactionTemplate reading;
    private final InstantSource clock;
    private final Map<PersonKey, Told> told = new ConcurrentHashMap<>();
    private final ParsedSql parsed = NamedParameterUtils.parseSqlStatement(statement());
    private final String positional =
            NamedParameterUtils.substituteNamedParameters(parsed, new MapSqlParameterSource()) + "; commit";

    private PlainRecords(ApplicationContext context) {
        this.handles = context.getBean(PersonHandles.class);
        this.database = context.getBean(JdbcOperations.class);
        this.clock = context.getBean(InstantSource.class);
        this.reading = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.reading.setReadOnly(true);
    }

    /** Opens the route in a running server. */
    static void open(ApplicationContext context) throws NoSuchMethodException {
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(
                        RequestMappingInfo.paths("/api/v1/users/{id}" + PATH)
                                .produces(MediaType.APPLICATION_JSON_VALUE)
                                .build(),
                        new PlainRecords(context),
                        PlainRecords.class.getDeclaredMethod("read", InstitutionViewer.class, String.class));
    }

    /** As in the answer that is shipped. */
    record Records(RawValue records, List<String> refused) {}

    @ResponseBody
    Envelope<Records> read(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable("id") String id) {
        PersonKey person = handles.find(id).orElseThrow();
        String records = reading.execute(status -> find(person));
        Envelope.OfFile<Records> file = new Envelope.OfFile<>(
                handles.of(person),
                person.insurer().value(),
                person.insured().value(),
                Envelope.Result.OK,
                List.of(),
                new Records(new RawValue(records), List.of()),
                null);
        return Envelope.of(List.of(file), viewer.requestId(), clock.instant());
    }

    private String find(PersonKey person) {
        Told what = told.computeIfAbsent(person, this::ask);
        Map<String, Object> values = Map.of(
                "insurer", person.insurer().value(),
                "insured", person.insured().value(),
                "addressOpen", what.addressOpen(),
                "CERT_SURVEY", true,
                "certified", what.certified());
        ArgumentPreparedStatementSetter setter = new ArgumentPreparedStatementSetter(
                NamedParameterUtils.buildValueArray(parsed, new MapSqlParameterSource(values), null));
        return database.execute(positional, (PreparedStatement statement) -> {
            setter.setValues(statement);
            return read(statement);
        });
    }

    /** Asked once for each person, while the server warms up. */
    private Told ask(PersonKey person) {
        return database.queryForObject(
                TOLD,
                (row, number) -> Told.of(row),
                ChildServerMain.TODAY,
                person.insurer().value(),
                person.insured().value());
    }

    private static String read(PreparedStatement statement) throws SQLException {
        statement.execute();
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }

    /** The very statement of the room that holds them. */
    static String statement() {
        return Certifications.SURVEYS.text();
    }
}
