package kaigo.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.LetterPermit;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimState;
import kaigo.opinion.rules.ClaimState.Step;
import kaigo.outbox.rules.ItemState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Of letters of the permit's issuer, which were found with it. */
@Component
class ClaimStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    ClaimStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Claim> find(LetterPermit permit, Letter letter) {
        permit.issuer();
        List<Step> steps = new ArrayList<>();
        return database
                .sql("""
                select v.*, o.fetched_at, o.answer, o.reason, o.remark, o.answered_at
                from opinion.claim c
                join opinion.claim_version v using (insurer_number, number)
                join outbox.state o on o.insurer_number = v.insurer_number and o.number = v.item_number
                where c.insurer_number = :insurer and c.letter = :letter
                order by v.version""")
                .param("insurer", letter.person().insurer().value())
                .param("letter", letter.id())
                .query((row, n) -> claim(row, steps))
                .list()
                .stream()
                .reduce((earlier, later) -> later);
    }

    /** When the issuer sent another letter about the same person last, before this one was asked for. */
    Optional<Instant> findLastSent(LetterPermit permit, Letter letter) {
        return database.sql("""
                select v.sent_at from opinion.letter l
                join opinion.letter_version v using (insurer_number, letter)
                where l.issuer_kind = :kind and l.issuer_number = :number and l.insurer_number = :insurer
                    and l.insured_number = :insured and l.letter <> :letter and l.dropped_at is null
                    and l.requested_on < :requested and v.sent_at is not null
                order by v.sent_at desc limit 1""")
                .param("kind", permit.issuer().kind().code())
                .param("number", permit.issuer().number())
                .param("insurer", letter.person().insurer().value())
                .param("insured", letter.person().insured().value())
                .param("letter", letter.id())
                .param("requested", letter.requestedOn())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** 請求書番号: the insurer's next, without a gap; whoever wants the one after waits. */
    int begin(LetterPermit permit, Letter letter) {
        permit.issuer();
        int number = database.sql("""
                insert into opinion.last_claim as n (insurer_number, number) values (?, 1)
                on conflict (insurer_number) do update set number = n.number + 1 returning number""")
                .param(letter.person().insurer().value())
                .query(Integer.class)
                .single();
        database.sql("insert into opinion.claim (insurer_number, number, letter) values (?, ?, ?)")
                .params(letter.person().insurer().value(), number, letter.id())
                .update();
        return number;
    }

    /** What was sent, and by whom. */
    record Sent(int number, int version, ClaimAct act, long item, String by) {}

    void add(LetterPermit permit, Letter letter, Sent sent, Claims.Typed typed, Instant now) {
        permit.issuer();
        database.sql("""
                insert into opinion.claim_version (insurer_number, number, version, act, items, form, sent_at, sent_by, item_number)
                values (:insurer, :number, :version, :act, :items, :form, :now, :by, :item)""")
                .param("insurer", letter.person().insurer().value())
                .param("number", sent.number())
                .param("version", sent.version())
                .param("act", sent.act().name())
                .param("items", JSON.writeValueAsString(typed.items()))
                .param("form", typed.form())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", sent.by())
                .param("item", sent.item())
                .update();
    }

    /** @param steps those before it, to which it is added */
    private static Claim claim(ResultSet row, List<Step> steps) throws SQLException {
        ClaimAct act = ClaimAct.valueOf(row.getString("act"));
        steps.add(new Step(act, ItemState.of(row.getString("answer"), row.getObject("fetched_at") != null)));
        Map<String, String> items = new LinkedHashMap<>();
        JSON.readTree(row.getString("items")).forEachEntry((code, value) -> items.put(code, value.asString()));
        return new Claim(
                row.getInt("number"),
                row.getInt("version"),
                act,
                ClaimState.of(steps),
                items,
                row.getString("form"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                Answered.of(
                        row.getString("reason"),
                        row.getString("remark"),
                        row.getObject("answered_at", OffsetDateTime.class)));
    }
}
