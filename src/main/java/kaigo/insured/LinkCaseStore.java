package kaigo.insured;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.insured.rules.LinkChoice;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that wait for staff, and what staff wrote down. */
@Component
class LinkCaseStore {

    private static final String PERSON = """
            select insured_number, name, name_kana, birth_date, birth_date_text, sex,
                   address || coalesce('　' || address_detail, '') as address, residence_exception,
                   address_municipality, protection, deleted_at is not null as deleted
            from insured.person where insurer_number = ? and insured_number = ?""";

    private final JdbcClient database;

    LinkCaseStore(JdbcClient database) {
        this.database = database;
    }

    CaseCounts count(InsurerPermit permit) {
        Map<LinkState, Integer> counts = new EnumMap<>(LinkState.class);
        database.sql("""
                select state, count(*)::int from insured.link
                where insurer_number = ? and state >= 3 group by state""").param(permit.insurer().value()).query(row -> {
            counts.put(LinkState.ofCode(row.getInt(1)), row.getInt(2));
        });
        OffsetDateTime oldest = database.sql(
                        "select min(changed_at) from insured.link where insurer_number = ? and state >= 3 and state <= 5")
                .param(permit.insurer().value())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .orElse(null);
        return new CaseCounts(counts, oldest == null ? null : oldest.toInstant());
    }

    /** By kind, the oldest first. The answers of the present record stand in one column, as STEP=CHOICE. */
    List<CaseList.Row> list(InsurerPermit permit, CaseKind kind, int offset, int limit) {
        return database.sql("""
                select l.insured_number, p.name, p.name_kana, l.state, l.error, l.changed_at, p.residence_exception,
                       (select string_agg(c.step || '=' || c.choice, ',' order by c.number) from insured.link_case c
                        where c.insurer_number = l.insurer_number and c.insured_number = l.insured_number
                          and c.receipt = l.receipt and c.line = l.line and c.taken_back_at is null) as answers
                from (select * from insured.link
                    where insurer_number = ? and state >= 3 and state = any(?)
                    order by state, changed_at, insured_number offset ? limit ?) l
                join insured.person p on p.insurer_number = l.insurer_number and p.insured_number = l.insured_number
                order by l.state, l.changed_at, l.insured_number""")
                .params(permit.insurer().value(), kind.codes(), offset, limit)
                .query(LinkCaseStore::row)
                .list();
    }

    Optional<Person> findPerson(InsurerPermit permit, String insuredNumber) {
        return database.sql(PERSON)
                .params(permit.insurer().value(), insuredNumber)
                .query(LinkCaseStore::person)
                .optional();
    }

    /** The row of {@code insured.person} as it is, by column: texts, numbers, booleans, days as LocalDate. */
    Map<String, @Nullable Object> record(InsurerPermit permit, String insuredNumber) {
        Map<String, @Nullable Object> record = database.sql(
                        "select * from insured.person where insurer_number = ? and insured_number = ?")
                .params(permit.insurer().value(), insuredNumber)
                .query()
                .singleRow();
        record.replaceAll((column, value) -> value instanceof Date day ? day.toLocalDate() : value);
        return record;
    }

    Optional<LinkCase.Link> findLink(InsurerPermit permit, String insuredNumber) {
        return database.sql("""
                select state, error, receipt, line, changed_at from insured.link
                where insurer_number = ? and insured_number = ?""")
                .params(permit.insurer().value(), insuredNumber)
                .query(LinkCaseStore::link)
                .optional();
    }

    /** Holds the link until the transaction ends. */
    void hold(InsurerPermit permit, String insuredNumber) {
        database.sql("select 1 from insured.link where insurer_number = ? and insured_number = ? for update")
                .params(permit.insurer().value(), insuredNumber)
                .query(Integer.class)
                .optional();
    }

    List<CaseEntry> listEntries(InsurerPermit permit, String insuredNumber, LinkCase.@Nullable Link link) {
        return database.sql("""
                select number, receipt, line, step, choice, note, by_whom, at, taken_back_at is not null as taken_back
                from insured.link_case where insurer_number = ? and insured_number = ? order by number""")
                .params(permit.insurer().value(), insuredNumber)
                .query((row, n) -> entry(row, link))
                .list();
    }

    /** @param by as the audit stream names the person */
    record NewEntry(
            int number,
            String step,
            LinkChoice choice,
            @Nullable String note,
            String by,
            Instant at) {}

    void add(InsurerPermit permit, String insuredNumber, LinkCase.Link link, NewEntry entry) {
        database.sql("""
                insert into insured.link_case (insurer_number, insured_number, number, receipt, line, step, choice, note,
                    by_whom, at) values (:insurer, :insured, :number, :receipt, :line, :step, :choice, :note, :by, :at)""")
                .param("insurer", permit.insurer().value())
                .param("insured", insuredNumber)
                .param("number", entry.number())
                .param("receipt", link.receipt())
                .param("line", link.line())
                .param("step", entry.step())
                .param("choice", entry.choice().name())
                .param("note", entry.note())
                .param("by", entry.by())
                .param("at", utc(entry.at()))
                .update();
    }

    void takeBack(InsurerPermit permit, String insuredNumber, int number, String by, Instant at) {
        database.sql("""
                update insured.link_case set taken_back_by = ?, taken_back_at = ?
                where insurer_number = ? and insured_number = ? and number = ? and taken_back_at is null""")
                .params(by, utc(at), permit.insurer().value(), insuredNumber, number)
                .update();
    }

    void setState(InsurerPermit permit, String insuredNumber, LinkState state) {
        database.sql("update insured.link set state = ? where insurer_number = ? and insured_number = ?")
                .params(state.code(), permit.insurer().value(), insuredNumber)
                .update();
    }

    private static CaseList.Row row(ResultSet row, int number) throws SQLException {
        LinkState state = LinkState.ofCode(row.getInt("state"));
        boolean exception = isUnderResidenceException(row);
        return new CaseList.Row(
                row.getString("insured_number"),
                row.getString("name"),
                row.getString("name_kana"),
                state,
                exception,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                CaseSteps.step(state, row.getString("error"), exception, row.getString("answers")));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("insured_number"),
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("birth_date_text"),
                row.getString("sex"),
                row.getString("address"),
                isUnderResidenceException(row),
                row.getString("address_municipality"),
                row.getBoolean("protection"),
                row.getBoolean("deleted"));
    }

    private static boolean isUnderResidenceException(ResultSet row) throws SQLException {
        return "2".equals(row.getString("residence_exception"));
    }

    private static LinkCase.Link link(ResultSet row, int number) throws SQLException {
        String error = row.getString("error");
        return new LinkCase.Link(
                LinkState.ofCode(row.getInt("state")),
                error == null ? null : ErrorId.valueOf(error),
                row.getLong("receipt"),
                row.getInt("line"),
                Objects.requireNonNull(row.getObject("changed_at", OffsetDateTime.class))
                        .toInstant());
    }

    private static CaseEntry entry(ResultSet row, LinkCase.@Nullable Link link) throws SQLException {
        boolean takenBack = row.getBoolean("taken_back");
        boolean ofThisRecord =
                link != null && link.receipt() == row.getLong("receipt") && link.line() == row.getInt("line");
        return new CaseEntry(
                row.getInt("number"),
                row.getString("step"),
                LinkChoice.valueOf(row.getString("choice")),
                row.getString("note"),
                row.getString("by_whom"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                takenBack,
                ofThisRecord && !takenBack);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
