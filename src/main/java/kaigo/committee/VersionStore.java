package kaigo.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.access.Permit;
import kaigo.access.PersonKey;
import kaigo.committee.rules.Change;
import kaigo.committee.rules.PaperCase;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of a set with their cases, for whoever may see the meeting. */
@Component
class VersionStore {

    private final JdbcClient database;

    VersionStore(JdbcClient database) {
        this.database = database;
    }

    /** Which meeting of which insurer. */
    record Of(InsurerNumber insurer, UUID meeting) {}

    private record Head(int number, String sha256, int pages, String remark, Instant at) {}

    /** The newest first. */
    List<Version> list(Permit permit, Of of) {
        Map<Integer, List<PaperCase>> cases = cases(of);
        List<Head> heads = heads(of);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            versions.add(version(of, heads.get(i), i + 1 < heads.size() ? heads.get(i + 1) : null, cases));
        }
        return versions;
    }

    /** The newest. */
    Version get(Permit permit, Of of) {
        List<Head> heads = heads(of);
        return version(of, heads.getFirst(), heads.size() > 1 ? heads.get(1) : null, cases(of));
    }

    List<PaperCase> listCases(Permit permit, Of of, int version) {
        return cases(of).getOrDefault(version, List.of());
    }

    private Version version(Of of, Head head, @Nullable Head before, Map<Integer, List<PaperCase>> cases) {
        List<PaperCase> now = cases.getOrDefault(head.number(), List.of());
        Map<Integer, Change> changes = new HashMap<>();
        List<PaperCase> removed = new ArrayList<>();
        if (before != null) {
            Map<Integer, PaperCase> earlier = new HashMap<>();
            cases.getOrDefault(before.number(), List.of()).forEach(one -> earlier.put(one.id(), one));
            Map<Integer, String> digests = digests(of, head.sha256());
            Map<Integer, String> digestsBefore = digests(of, before.sha256());
            now.forEach(one -> changes.put(one.id(), Change.of(one, digests, earlier.remove(one.id()), digestsBefore)));
            removed.addAll(earlier.values());
        }
        return new Version(head.number(), head.sha256(), head.pages(), head.remark(), head.at(), now, changes, removed);
    }

    private List<Head> heads(Of of) {
        return database.sql("""
                select version, sha256, pages, remark, published_at from committee.version
                where insurer_number = ? and meeting = ? order by version desc""")
                .params(of.insurer().value(), of.meeting())
                .query((row, n) -> new Head(
                        row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    private Map<Integer, List<PaperCase>> cases(Of of) {
        Map<Integer, List<PaperCase>> cases = new HashMap<>();
        database.sql("""
                select * from committee.version_case where insurer_number = ? and meeting = ?
                order by version, case_order, start_page""")
                .params(of.insurer().value(), of.meeting())
                .query((row, n) -> cases.computeIfAbsent(row.getInt("version"), version -> new ArrayList<>())
                        .add(paperCase(row)))
                .list();
        return cases;
    }

    private Map<Integer, String> digests(Of of, String sha256) {
        Map<Integer, String> digests = new HashMap<>();
        database.sql("""
                select page, encode(digest, 'hex') as digest from documents.page_digest
                where insurer_number = ? and sha256 = decode(?, 'hex')""")
                .params(of.insurer().value(), sha256)
                .query((row, n) -> digests.put(row.getInt("page"), row.getString("digest")))
                .list();
        return digests;
    }

    private static PaperCase paperCase(ResultSet row) throws SQLException {
        return new PaperCase(
                row.getInt("case_id"),
                row.getInt("case_order"),
                new PersonKey(
                        new InsurerNumber(row.getString("case_insurer_number")),
                        new InsuredNumber(row.getString("insured_number"))),
                row.getString("history_no"),
                row.getInt("start_page"),
                row.getInt("end_page"));
    }
}
