package kaigo.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.LetterPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.access.PersonKey;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.LetterDesk.Own;
import kaigo.opinion.rules.LetterState;
import kaigo.outbox.rules.ItemState;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class LetterStore {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of an issuer, each in one version, the newest if none is named, with the answer to the one that was sent last. */
    private static final String LETTERS = """
            select l.*, v.version, v.items, v.saved, v.saved_at, v.confirmed_at, v.sent_at,
                o.fetched_at, o.answer, o.reason, o.remark, o.answered_at,
                exists (select from opinion.on_paper p where p.insurer_number = l.insurer_number
                    and p.insured_number = l.insured_number and p.requested_on = l.requested_on
                    and p.issuer_kind = l.issuer_kind and p.issuer_number = l.issuer_number) as on_paper,
                l.settled_item is not null and l.settled_item = v.item_number as settled
            from opinion.letter l
            cross join lateral (select * from opinion.letter_version v where v.insurer_number = l.insurer_number
                and v.letter = l.letter and (:version::integer is null or v.version = :version)
                order by v.version desc limit 1) v
            left join lateral (select max(item_number) as item_number from opinion.letter_version s
                where s.insurer_number = l.insurer_number and s.letter = l.letter
                    and (:version::integer is null or s.version = :version)) s on true
            left join outbox.state o on o.insurer_number = l.insurer_number and o.number = s.item_number
            where l.issuer_kind = :kind and l.issuer_number = :number and l.dropped_at is null""";

    private static final String ADD = """
            insert into opinion.letter_version (insurer_number, letter, version, items, saved, saved_at, saved_by)
            values (:insurer, :letter, :version, :items, :saved, :now, :by)""";

    private final JdbcClient database;

    LetterStore(JdbcClient database) {
        this.database = database;
    }

    /** The newest first. */
    List<Letter> list(LetterPermit permit, int limit) {
        return letters(
                        permit,
                        null,
                        "order by greatest(v.saved_at, v.sent_at, o.answered_at) desc, l.letter limit :limit")
                .param("limit", limit)
                .query((row, n) -> letter(row))
                .list();
    }

    /** Other ones about the same person; the newest first. */
    List<Letter> listOthers(LetterPermit permit, Letter letter, int limit) {
        return letters(permit, null, """
                and l.insurer_number = :insurer and l.insured_number = :insured and l.letter <> :letter
                order by l.requested_on desc limit :limit""")
                .param("insurer", letter.person().insurer().value())
                .param("insured", letter.person().insured().value())
                .param("letter", letter.id())
                .param("limit", limit)
                .query((row, n) -> letter(row))
                .list();
    }

    Optional<Letter> find(LetterPermit permit, UUID id) {
        return find(permit, id, null);
    }

    /** @param version null for the newest */
    Optional<Letter> find(LetterPermit permit, UUID id, @Nullable Integer version) {
        return letters(permit, version, "and l.letter = :letter")
                .param("letter", id)
                .query((row, n) -> letter(row))
                .optional();
    }

    private JdbcClient.StatementSpec letters(LetterPermit permit, @Nullable Integer version, String which) {
        return of(permit.issuer(), LETTERS + '\n' + which).param("version", version, Types.INTEGER);
    }

    @NotAboutAPerson("how many of an institution's own letters came back")
    int countReturned(InstitutionId issuer) {
        return of(issuer, """
                select coalesce(sum(letters), 0) from opinion.returned
                where issuer_kind = :kind and issuer_number = :number""").query(Integer.class).single();
    }

    void settle(LetterPermit permit, Letter letter) {
        of(permit.issuer(), """
                update opinion.letter l set settled_item = (select max(item_number) from opinion.letter_version v
                    where v.insurer_number = l.insurer_number and v.letter = l.letter)
                where insurer_number = :insurer and letter = :letter and issuer_kind = :kind and issuer_number = :number""")
                .param("insurer", letter.person().insurer().value())
                .param("letter", letter.id())
                .update();
    }

    /** Of it nothing is shown any more; the number and day may be begun anew. */
    void drop(LetterPermit permit, Letter letter, Instant now, String by) {
        of(permit.issuer(), """
                update opinion.letter set dropped_at = :now, dropped_by = :by
                where insurer_number = :insurer and letter = :letter and issuer_kind = :kind and issuer_number = :number""")
                .param("insurer", letter.person().insurer().value())
                .param("letter", letter.id())
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    @NotAboutAPerson("for whom an institution's own letter is, to be decided about next")
    Optional<Own> findOwn(InstitutionId issuer, UUID id) {
        return of(issuer, """
                select l.insurer_number, l.insured_number, max(v.saved) as saved from opinion.letter l
                join opinion.letter_version v using (insurer_number, letter)
                where l.issuer_kind = :kind and l.issuer_number = :number and l.letter = :letter and l.dropped_at is null
                group by 1, 2""")
                .param("letter", id)
                .query((row, n) -> new Own(person(row), row.getInt("saved")))
                .optional();
    }

    /** Until the end of the transaction: whoever does something else with it waits. */
    Optional<Letter> lock(LetterPermit permit, PersonKey person, UUID id) {
        waitFor("letter:" + person.insurer().value() + '/' + id);
        return find(permit, id);
    }

    /** The one that was begun for it before; until the end of the transaction nobody else begins it. */
    Optional<Letter> lockBegun(LetterPermit permit, PersonKey person, LocalDate requestedOn) {
        waitFor("request:" + person.insurer().value() + '/' + person.insured().value() + '/' + requestedOn);
        return request(permit, person, requestedOn, """
                select letter from opinion.letter where insurer_number = :insurer and insured_number = :insured
                    and requested_on = :requested and issuer_kind = :kind and issuer_number = :number
                    and dropped_at is null""")
                .query(UUID.class)
                .optional()
                .flatMap(id -> lock(permit, person, id));
    }

    private JdbcClient.StatementSpec request(LetterPermit permit, PersonKey person, LocalDate requestedOn, String sql) {
        return of(permit.issuer(), sql)
                .param("insurer", person.insurer().value())
                .param("insured", person.insured().value())
                .param("requested", requestedOn);
    }

    private void waitFor(String key) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(key)
                .query()
                .singleRow();
    }

    /** One that {@link #lockBegun} has not found. */
    UUID begin(LetterPermit permit, PersonKey person, LocalDate requestedOn, Instant now, String by) {
        UUID id = UUID.randomUUID();
        request(permit, person, requestedOn, """
                insert into opinion.letter (insurer_number, letter, insured_number, requested_on, issuer_kind, issuer_number,
                    begun_at, begun_by)
                values (:insurer, :letter, :insured, :requested, :kind, :number, :now, :by)""")
                .param("letter", id)
                .param("now", utc(now))
                .param("by", by)
                .update();
        version(person, id, 1, Map.of())
                .param("saved", 0)
                .param("now", utc(now))
                .param("by", by)
                .update();
        return id;
    }

    /** As a copy of the last one. Its saves are counted on: what was seen of the last one is not what is seen of it. */
    void addVersion(LetterPermit permit, Letter last, Instant now, String by) {
        version(last.person(), last.id(), last.version() + 1, last.items())
                .param("saved", last.saved() + 1)
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    private JdbcClient.StatementSpec version(PersonKey person, UUID id, int version, Map<String, String> items) {
        return database.sql(ADD)
                .param("insurer", person.insurer().value())
                .param("letter", id)
                .param("version", version)
                .param("items", JSON.writeValueAsString(items));
    }

    void save(LetterPermit permit, Letter letter, Map<String, String> items, Instant now, String by) {
        set(permit, letter, "items = :items, saved = saved + 1, saved_at = :now, saved_by = :by")
                .param("items", JSON.writeValueAsString(items))
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    void confirm(LetterPermit permit, Letter letter, Instant now, String by) {
        set(permit, letter, "confirmed_at = :now, confirmed_by = :by")
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    void reopen(LetterPermit permit, Letter letter) {
        set(permit, letter, "confirmed_at = null, confirmed_by = null, saved = saved + 1")
                .update();
    }

    void sent(LetterPermit permit, Letter letter, long item, Instant now, String by) {
        set(permit, letter, "sent_at = :now, sent_by = :by, item_number = :item")
                .param("now", utc(now))
                .param("by", by)
                .param("item", item)
                .update();
    }

    /** Of the version that is worked on; what was sent is never changed. */
    private JdbcClient.StatementSpec set(LetterPermit permit, Letter letter, String what) {
        permit.issuer();
        return database.sql(
                        "update opinion.letter_version set " + what
                                + " where insurer_number = :insurer and letter = :letter and version = :version and sent_at is null")
                .param("insurer", letter.person().insurer().value())
                .param("letter", letter.id())
                .param("version", letter.version());
    }

    private JdbcClient.StatementSpec of(InstitutionId issuer, String text) {
        return database.sql(text).param("kind", issuer.kind().code()).param("number", issuer.number());
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Instant sent = instant(row, "sent_at");
        return new Letter(
                row.getObject("letter", UUID.class),
                person(row),
                row.getObject("requested_on", LocalDate.class),
                row.getInt("version"),
                LetterState.of(
                        row.getObject("confirmed_at") != null,
                        sent == null
                                ? null
                                : ItemState.of(row.getString("answer"), row.getObject("fetched_at") != null)),
                items(row.getString("items")),
                row.getInt("saved"),
                Objects.requireNonNull(instant(row, "saved_at")),
                sent,
                Answered.of(
                        row.getString("reason"),
                        row.getString("remark"),
                        row.getObject("answered_at", OffsetDateTime.class)),
                "ACCEPTED".equals(row.getString("answer")),
                row.getBoolean("on_paper"),
                row.getBoolean("settled"));
    }

    private static Map<String, String> items(String json) {
        Map<String, String> items = new LinkedHashMap<>();
        JSON.readTree(json).forEachEntry((code, value) -> items.put(code, value.asString()));
        return items;
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
