package kaigo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import kaigo.access.InsurerPermit;
import kaigo.insured.LinkState;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code intake.result}. Its rows are added, their 被保険者番号 never changes, and none is removed. */
@Component
class ResultStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    ResultStore(JdbcClient database) {
        this.database = database;
    }

    List<Cause> listCauses(InsurerPermit permit, ReceivedFile file) {
        return database.sql("""
                select min(one::text), count(distinct line), count(distinct one::text)
                from intake.result cross join lateral jsonb_array_elements(findings::jsonb) as f(one)
                where insurer_number = ? and receipt = ? and findings is not null
                group by one ->> 0, one ->> 1
                order by left(one ->> 0, 1), 2 desc, 1""")
                .params(permit.insurer().value(), file.receipt().number())
                .query((row, n) ->
                        new Cause(finding(JSON.readTree(row.getString(1))), row.getInt(2), row.getInt(3) > 1))
                .list();
    }

    /** Records behind the line {@code after} with this status or a worse one, in the order of the file. */
    List<RecordResult> list(InsurerPermit permit, ReceivedFile file, int fromStatus, int after, int limit) {
        return database.sql("""
                select line, insured_number, history_no, update_type, status, link_state, findings, at
                from intake.result where insurer_number = ? and receipt = ? and line > ? and (status >= ? or (status = 21 and ? <= 31))
                order by line limit ?""")
                .params(permit.insurer().value(), file.receipt().number(), after, fromStatus, fromStatus, limit)
                .query((row, n) -> result(row))
                .list();
    }

    /** @param sha256 over the 被保険者番号 in the order of the file, one a line, in hexadecimal digits */
    record Persons(int count, String sha256) {}

    /** The 被保険者番号 of all records that name one. */
    Persons digest(InsurerPermit permit, ReceivedFile file) {
        return database.sql("""
                select count(insured_number),
                       encode(sha256(convert_to(coalesce(string_agg(insured_number || E'\\n', '' order by line), ''),
                           'UTF8')), 'hex')
                from intake.result where insurer_number = ? and receipt = ?""")
                .params(permit.insurer().value(), file.receipt().number())
                .query((row, n) -> new Persons(row.getInt(1), row.getString(2)))
                .single();
    }

    private static RecordResult result(ResultSet row) throws SQLException {
        Integer link = row.getObject("link_state", Integer.class);
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new RecordResult(
                row.getInt("line"),
                row.getString("insured_number"),
                row.getString("history_no"),
                row.getString("update_type"),
                Status.ofCode(row.getInt("status")),
                link == null ? null : LinkState.ofCode(link),
                findings(row.getString("findings")),
                at);
    }

    private static List<Finding> findings(@Nullable String json) {
        List<Finding> findings = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json).forEach(one -> findings.add(finding(one)));
        }
        return findings;
    }

    private static Finding finding(JsonNode one) {
        List<String> parameters = new ArrayList<>();
        for (int i = 2; i < one.size(); i++) {
            parameters.add(one.get(i).asString());
        }
        String item = one.get(1).isNull() ? null : one.get(1).asString();
        return new Finding(ErrorId.valueOf(one.get(0).asString()), item, parameters);
    }
}
