package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kaigo.access.JobPermit;
import kaigo.insured.LinkRequest;
import kaigo.insured.LinkState;
import kaigo.intake.rules.Effect;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import kaigo.layout.ErrorId;
import kaigo.layout.items.M01;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes {@code insured.link} for a chunk of M01: whom to ask for, who cannot be asked for, whose link is cut. Only here
 * does a マイナンバー pass from a record into the database, sealed.
 */
final class LinkWriter {

    private static final String COLUMNS =
            " (insurer_number, insured_number, state, error, receipt, line, number_hmac, sealed_number, changed_at,"
                    + " next_try_at) from stdin";

    private final JdbcClient database;
    private final Copier copier;
    private final KeyRing keys;
    private final CopyRows fresh = new CopyRows();
    private final CopyRows again = new CopyRows();
    private final List<String> changed = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private final List<String> newcomers = new ArrayList<>();
    private final List<LinkRow> superseded = new ArrayList<>();
    private final Map<String, LinkRow> current = new HashMap<>();
    private final Map<String, byte @Nullable []> hmacs = new HashMap<>();

    LinkWriter(JdbcClient database, Copier copier, KeyRing keys) {
        this.database = database;
        this.copier = copier;
        this.keys = keys;
    }

    /**
     * Reads the links of registered persons; begins a chunk, whatever became of the one before. Where nothing is new, in
     * a daily file nearly everywhere, the database answers nothing.
     */
    void readCurrent(JobPermit permit, InsurerNumber insurer, List<Arrival> registered) {
        clear();
        if (registered.isEmpty()) {
            return;
        }
        String[] persons = new String[registered.size()];
        byte[][] arriving = new byte[registered.size()][];
        for (int i = 0; i < persons.length; i++) {
            persons[i] = registered.get(i).keyPart(0);
            arriving[i] = ofNumber(registered.get(i), keys::hmacMyNumber);
            hmacs.put(persons[i], arriving[i]);
            current.put(persons[i], new LinkRow(LinkState.LINKED, arriving[i], 0, 0));
        }
        database.sql("""
                select l.insured_number, l.state, l.number_hmac, l.receipt, l.line
                from unnest(?::text[], ?::bytea[]) as k(insured_number, number_hmac)
                join insured.link l on l.insurer_number = ? and l.insured_number = k.insured_number
                where l.state <> 2 or k.number_hmac is null or l.number_hmac is distinct from k.number_hmac""").params(persons, arriving, insurer.value()).query(row -> {
            current.put(
                    row.getString(1),
                    new LinkRow(LinkState.ofCode(row.getInt(2)), row.getBytes(3), row.getLong(4), row.getInt(5)));
        });
    }

    /** What is made of the record's マイナンバー, or null if it has none; its digits are wiped. */
    private static byte @Nullable [] ofNumber(Arrival arrival, UnaryOperator<byte[]> made) {
        String number = arrival.row().get(M01.MY_NUMBER);
        if (number == null) {
            return null;
        }
        byte[] digits = MyNumber.of(number).toBytes();
        try {
            return made.apply(digits);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    /** Decides what the registered record does to the link, and notes it in the record's status. */
    void add(JobPermit permit, ChunkContext context, Arrival arrival, Effect effect, RecordCipher cipher) {
        String person = arrival.keyPart(0);
        if (effect == Effect.CREATE || effect == Effect.REVIVE) {
            newcomers.add(person);
        }
        LinkRow before = current.get(person);
        byte @Nullable [] hmac = hmacs.containsKey(person) ? hmacs.get(person) : ofNumber(arrival, keys::hmacMyNumber);
        switch (request(arrival, effect, before, hmac)) {
            case ASK -> {
                byte @Nullable [] sealed = ofNumber(arrival, cipher::seal);
                write(context, arrival, before, LinkState.ASKING).bytes(hmac).bytes(sealed);
                end(context, before, true);
                arrival.linking();
            }
            case NUMBER_MISSING -> {
                write(context, arrival, before, LinkState.NUMBER_MISSING)
                        .nothing()
                        .nothing();
                end(context, before, false);
                arrival.found(ErrorId.E5002);
                arrival.settle();
                arrival.linkState(LinkState.NUMBER_MISSING);
            }
            case LEAVE -> arrival.linkState(before == null ? null : before.state());
            case CUT -> {
                cut.add(person);
                supersede(before);
            }
        }
    }

    private static LinkRequest request(
            Arrival arrival, Effect effect, @Nullable LinkRow before, byte @Nullable [] hmac) {
        return switch (effect) {
            case CREATE, REVIVE -> LinkRequest.forNew(hmac != null);
            case REPLACE -> LinkRequest.forUpdate(stateOf(before), hmac != null, isSame(before, hmac));
            case KEEP ->
                arrival.isUpdate()
                        ? LinkRequest.forUpdate(stateOf(before), hmac != null, isSame(before, hmac))
                        : LinkRequest.LEAVE;
            case DELETE -> LinkRequest.CUT;
            case PASS_OVER, REFUSE -> LinkRequest.LEAVE;
        };
    }

    private static @Nullable LinkState stateOf(@Nullable LinkRow before) {
        return before == null ? null : before.state();
    }

    private static boolean isSame(@Nullable LinkRow before, byte @Nullable [] hmac) {
        return before != null && hmac != null && Arrays.equals(before.numberHmac(), hmac);
    }

    private CopyRows write(ChunkContext context, Arrival arrival, @Nullable LinkRow before, LinkState state) {
        CopyRows rows = before == null ? fresh : again;
        if (before != null) {
            changed.add(arrival.keyPart(0));
            supersede(before);
        }
        rows.text(context.insurer().value()).text(arrival.keyPart(0)).number(state.code());
        rows.text(state == LinkState.NUMBER_MISSING ? ErrorId.E5002.name() : null);
        return rows.number(context.receipt().number()).number(arrival.row().number());
    }

    private void end(ChunkContext context, @Nullable LinkRow before, boolean asks) {
        CopyRows rows = before == null ? fresh : again;
        rows.text(context.nowText()).text(asks ? context.nowText() : null).endRow();
    }

    private void supersede(@Nullable LinkRow before) {
        if (before != null && before.state() == LinkState.ASKING) {
            superseded.add(before);
        }
    }

    /** Persons of the chunk who were not registered before it. */
    List<String> newcomers(JobPermit permit) {
        return newcomers;
    }

    void flush(JobPermit permit, ChunkContext context) {
        String insurer = context.insurer().value();
        copier.copy(permit, "copy insured.link" + COLUMNS, fresh);
        if (!cut.isEmpty() || !changed.isEmpty()) {
            forgetKeys(insurer);
        }
        if (again.rows() > 0) {
            database.sql(
                            "create temporary table if not exists stage_insured_link (like insured.link including defaults)"
                                    + " on commit delete rows")
                    .update();
            copier.copy(permit, "copy stage_insured_link" + COLUMNS, again);
            database.sql("""
                    update insured.link l set state = s.state, error = s.error, receipt = s.receipt, line = s.line,
                        number_hmac = coalesce(s.number_hmac, l.number_hmac), sealed_number = s.sealed_number,
                        pmh_hmac = null, attempts = 0, changed_at = s.changed_at, next_try_at = s.next_try_at,
                        note = null
                    from stage_insured_link s
                    where l.insurer_number = s.insurer_number and l.insured_number = s.insured_number""").update();
        }
        if (!cut.isEmpty()) {
            database.sql("delete from insured.link where insurer_number = ? and insured_number = any(?)")
                    .params(insurer, cut.toArray(new String[0]))
                    .update();
        }
        finishSuperseded(context);
    }

    private void forgetKeys(String insurer) {
        List<String> persons = new ArrayList<>(cut);
        persons.addAll(changed);
        database.sql("""
                delete from insured.pmh_directory d using insured.link l
                where l.insurer_number = ? and l.insured_number = any(?) and d.pmh_hmac = l.pmh_hmac
                  and d.insurer_number = l.insurer_number""").params(insurer, persons.toArray(new String[0])).update();
    }

    /** A record that still waited for its key gives way to the later one: its result is final with W5006. */
    private void finishSuperseded(ChunkContext context) {
        if (superseded.isEmpty()) {
            return;
        }
        database.sql("""
                with given as (
                    update intake.result r set status = 31, link_state = 0, at = ?,
                        findings = case when r.findings is null then '[["W5006",null]]'
                            else left(r.findings, -1) || ',["W5006",null]]' end
                    from unnest(?::bigint[], ?::int[]) as s(receipt, line)
                    where r.insurer_number = ? and r.receipt = s.receipt and r.line = s.line and r.status = 25
                    returning r.receipt)
                update intake.file f set linking = f.linking - g.n, warned = f.warned + g.n
                from (select receipt, count(*)::int as n from given group by receipt) g
                where f.insurer_number = ? and f.receipt = g.receipt""")
                .params(
                        OffsetDateTime.ofInstant(context.now(), ZoneOffset.UTC),
                        superseded.stream().map(LinkRow::receipt).toArray(Long[]::new),
                        superseded.stream().map(LinkRow::line).toArray(Integer[]::new),
                        context.insurer().value(),
                        context.insurer().value())
                .update();
    }

    private void clear() {
        fresh.clear();
        again.clear();
        changed.clear();
        cut.clear();
        newcomers.clear();
        superseded.clear();
        current.clear();
        hmacs.clear();
    }
}
