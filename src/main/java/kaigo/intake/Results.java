package kaigo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.insured.LinkState;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 登録結果 (P01): the front door to received files and to what became of their records. */
@Component
public class Results {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            select line, insured_number, history_no, update_type, status, link_state, findings, at
            from intake.result where insurer_number = ? and receipt = ?""";

    private final Gate gate;
    private final FileStore files;
    private final JdbcClient database;

    Results(Gate gate, FileStore files, JdbcClient database) {
        this.gate = gate;
        this.files = files;
        this.database = database;
    }

    /** Which records of a file: all, or only those with an error, or with an error or a warning. */
    public enum Only {
        ALL(0),
        WARNINGS(31),
        ERRORS(39);

        private final int from;

        Only(int from) {
            this.from = from;
        }
    }

    /** Received files of the viewer's insurer, newest first. {@code before} is the last receipt of the page before. */
    public List<ReceivedFile> listFiles(InsurerViewer viewer, @Nullable Receipt before, int limit) {
        return listFiles(viewer, null, before, limit);
    }

    /** The same of one interface; null stands for all. */
    public List<ReceivedFile> listFiles(
            InsurerViewer viewer, @Nullable String interfaceId, @Nullable Receipt before, int limit) {
        Long number = before == null ? null : before.number();
        return gate.look(
                viewer,
                Purpose.READ_RESULTS,
                permit -> Looked.aboutNobody(files.list(permit, interfaceId, number, limit)));
    }

    public Optional<ReceivedFile> findFile(InsurerViewer viewer, Receipt receipt) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> Looked.aboutNobody(find(permit, receipt)));
    }

    /**
     * One page of a file's results, in the order of the file.
     *
     * @param after 連番 of the last record of the page before, or 0
     */
    public List<RecordResult> list(InsurerViewer viewer, ReceivedFile file, Only only, int after, int limit) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> {
            List<RecordResult> page = page(permit, file, only, after, limit);
            return new Looked<>(page, subjects(page));
        });
    }

    /**
     * One page of a file's records.
     *
     * @param after 連番 of the last record of the page before, or 0
     * @param seen the {@link ReceivedFile.Progress#mark()} that the viewer already sees, or null
     */
    public record Wanted(
            Only only, int after, int limit, @Nullable String seen) {}

    /**
     * A file with its causes and one page of its records: one look, so that the answer has one entry. Without causes and
     * records if nothing has changed since the viewer's mark: a page that asks every few seconds looks at nobody.
     */
    public Optional<ResultPage> findPage(InsurerViewer viewer, Receipt receipt, Wanted wanted) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> {
            Optional<ResultPage> found = find(permit, receipt).map(file -> resultPage(permit, file, wanted));
            return new Looked<>(
                    found, found.map(page -> subjects(page.records())).orElse(List.of()));
        });
    }

    private ResultPage resultPage(InsurerPermit permit, ReceivedFile file, Wanted wanted) {
        if (file.progress().mark().equals(wanted.seen())) {
            return new ResultPage(file, List.of(), List.of());
        }
        List<RecordResult> records = page(permit, file, wanted.only(), wanted.after(), wanted.limit());
        return new ResultPage(file, causes(permit, file), records);
    }

    private List<Cause> causes(InsurerPermit permit, ReceivedFile file) {
        Layout layout = Layouts.find(file.interfaceId(), file.version()).orElseThrow();
        return database.sql("""
                select min(one::text), count(distinct line), count(distinct one::text)
                from intake.result cross join lateral jsonb_array_elements(findings::jsonb) as f(one)
                where insurer_number = ? and receipt = ? and findings is not null
                group by one ->> 0, one ->> 1
                order by left(one ->> 0, 1), 2 desc, 1""")
                .params(permit.insurer().value(), file.receipt().number())
                .query((row, n) ->
                        new Cause(finding(JSON.readTree(row.getString(1)), layout), row.getInt(2), row.getInt(3) > 1))
                .list();
    }
    /**
     * A file and one page of its results in one look, so that the answer has one audit entry.
     *
     * @param after 連番 of the last record of the page before, or 0
     */
    public Optional<Page> findRecords(InsurerViewer viewer, Receipt receipt, Only only, int after, int limit) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> {
            Optional<Page> page =
                    find(permit, receipt).map(file -> new Page(file, page(permit, file, only, after, limit)));
            return new Looked<>(page, page.map(p -> subjects(p.records())).orElse(List.of()));
        });
    }

    public record Page(ReceivedFile file, List<RecordResult> records) {}

    private Optional<ReceivedFile> find(InsurerPermit permit, Receipt receipt) {
        return permit.insurer().equals(receipt.insurer()) ? files.find(permit, receipt) : Optional.empty();
    }

    private List<RecordResult> page(InsurerPermit permit, ReceivedFile file, Only only, int after, int limit) {
        Layout layout = Layouts.find(file.interfaceId(), file.version()).orElseThrow();
        return database.sql(SELECT + " and line > ? and status >= ? order by line limit ?")
                .params(permit.insurer().value(), file.receipt().number(), after, only.from, limit)
                .query((row, n) -> result(row, layout))
                .list();
    }

    private static List<String> subjects(List<RecordResult> results) {
        return results.stream()
                .map(RecordResult::insuredNumber)
                .filter(Objects::nonNull)
                .toList();
    }

    /** All results of a file, page by page, for a download; each page is one look with its own entry. */
    public void forEach(InsurerViewer viewer, ReceivedFile file, Consumer<RecordResult> each) {
        int after = 0;
        List<RecordResult> page;
        do {
            page = list(viewer, file, Only.ALL, after, PAGE);
            page.forEach(each);
            after = page.isEmpty() ? after : page.getLast().line();
        } while (page.size() == PAGE);
    }

    private static final int PAGE = 10_000;

    private static RecordResult result(ResultSet row, Layout layout) throws SQLException {
        Integer link = row.getObject("link_state", Integer.class);
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new RecordResult(
                row.getInt("line"),
                row.getString("insured_number"),
                row.getString("history_no"),
                row.getString("update_type"),
                Status.ofCode(row.getInt("status")),
                link == null ? null : LinkState.ofCode(link),
                findings(row.getString("findings"), layout),
                at);
    }

    private static List<Finding> findings(@Nullable String json, Layout layout) {
        List<Finding> findings = new ArrayList<>();
        if (json != null) {
            JSON.readTree(json).forEach(one -> findings.add(finding(one, layout)));
        }
        return findings;
    }

    private static Finding finding(JsonNode one, Layout layout) {
        List<String> parameters = new ArrayList<>();
        for (int i = 2; i < one.size(); i++) {
            parameters.add(one.get(i).asString());
        }
        String item = one.get(1).isNull() ? null : one.get(1).asString();
        int position = item == null ? -1 : layout.position(item);
        return new Finding(ErrorId.valueOf(one.get(0).asString()), item, position, parameters);
    }
}
