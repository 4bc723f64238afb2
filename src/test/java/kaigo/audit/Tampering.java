package kaigo.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** What a superuser of the database could do to a chain, drawn from a seed. Nothing is committed. */
final class Tampering {

    /** Of one column of one row, by SQL alone. Parameters: stream, number. Constraints would stop nobody who can drop them. */
    private static final List<String> EDITS = List.of(
            "at = at + interval '1 microsecond'",
            "at = at - interval '1 day'",
            "at = 'infinity'",
            "request_id = request_id || ' '",
            "request_id = null",
            "event = 'SIGNED_OUT'",
            "event = 'NEVER_HEARD_OF'",
            "event = lower(event)",
            "actor = 'staff:000000/other'",
            "insurer_number = null",
            "insurer_number = '000000'",
            "subjects = '{}'",
            "subjects = subjects || '9999999999'::text",
            "subjects = array[null]::text[]",
            "subjects = array[subjects, subjects]",
            "subjects = null",
            "detail = replace(detail, 'TEST', 'REST')",
            "detail = detail || ' '",
            "detail = null",
            "hash = sha256(hash)",
            "hash = ''",
            "hash = null",
            "number = -number",
            "number = number + 1000000",
            "stream = stream + 1000",
            "stream = 0");

    private static final String LOOSEN = """
            alter table audit.entry drop constraint entry_number_check, drop constraint entry_hash_check,
                alter request_id drop not null, alter subjects drop not null, alter detail drop not null,
                alter hash drop not null""";

    private static final String ALLOW_TWICE = "alter table audit.entry drop constraint entry_pkey";

    private final List<ChainLink> chain;
    private final Connection superuser;
    private final SplittableRandom random;

    Tampering(List<ChainLink> chain, Connection superuser, SplittableRandom random) {
        this.chain = chain;
        this.superuser = superuser;
        this.random = random;
    }

    enum How {
        EDIT,
        DELETE,
        INSERT,
        SWAP,
        TRUNCATE,
        REWRITE
    }

    /** @param first the lowest number that was touched; {@code hashed}: all links from there on were computed anew */
    record Done(How how, long first, boolean hashed, String what) {}

    /** One of any kind. */
    Done any() throws SQLException {
        How how = How.values()[random.nextInt(How.values().length)];
        return how == How.EDIT
                ? edit()
                : rewritten(how, random.nextInt(chain.size()), how == How.REWRITE || random.nextBoolean());
    }

    private Done edit() throws SQLException {
        int number = 1 + random.nextInt(chain.size());
        String change = EDITS.get(random.nextInt(EDITS.size()));
        try (Statement loosen = superuser.createStatement();
                PreparedStatement statement = superuser.prepareStatement(
                        "update audit.entry set " + change + " where stream = ? and number = ?")) {
            if (change.endsWith("null") || change.endsWith("''") || change.contains("-number")) {
                loosen.execute(LOOSEN);
            }
            statement.setShort(1, chain.getFirst().stream());
            statement.setLong(2, number);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException(change);
            }
        }
        return new Done(How.EDIT, number, false, change + " of " + number);
    }

    /** @param at position in the chain where it begins; {@code hashed}: the links behind it are made to fit */
    Done rewritten(How how, int at, boolean hashed) throws SQLException {
        List<ChainLink> forged = new ArrayList<>(chain);
        ChainLink there = forged.get(at);
        switch (how) {
            case EDIT, REWRITE -> forged.set(at, with(there, other(there.entry())));
            case DELETE ->
                forged.subList(at, Math.min(forged.size(), at + 1 + random.nextInt(3)))
                        .clear();
            case INSERT -> forged.add(at, with(there, other(there.entry())));
            case SWAP -> Collections.swap(forged, at, at == 0 ? forged.size() - 1 : random.nextInt(at));
            case TRUNCATE -> forged.subList(at, forged.size()).clear();
        }
        int first = 0;
        while (first < forged.size() && first < chain.size() && forged.get(first) == chain.get(first)) {
            first++;
        }
        // Rows that only change places among themselves are the same rows: whoever swaps gives them other numbers.
        boolean fitting = hashed || how == How.SWAP || random.nextBoolean();
        write(first, fitting ? renumbered(forged, first, hashed) : forged, how == How.INSERT && !fitting);
        return new Done(how, first + 1L, hashed, how + " at " + (at + 1) + (hashed ? " and made to fit" : ""));
    }

    private List<ChainLink> renumbered(List<ChainLink> forged, int first, boolean hashed) {
        List<ChainLink> all = new ArrayList<>(forged.subList(0, first));
        byte[] previous = first == 0 ? ChainLink.GENESIS : all.getLast().hash();
        for (ChainLink link : forged.subList(first, forged.size())) {
            long number = all.size() + 1L;
            ChainLink fitting = ChainLink.after(previous, link.stream(), number, link.at(), link.entry());
            all.add(hashed ? fitting : new ChainLink(link.stream(), number, link.at(), link.entry(), link.hash()));
            previous = fitting.hash();
        }
        return all;
    }

    private static ChainLink with(ChainLink link, AuditEntry entry) {
        return new ChainLink(link.stream(), link.number(), link.at().plus(1, ChronoUnit.MICROS), entry, link.hash());
    }

    private static AuditEntry other(AuditEntry entry) {
        return new AuditEntry(
                entry.requestId() + "x",
                entry.event(),
                entry.actor(),
                entry.insurerNumber(),
                List.of(),
                entry.detail());
    }

    private void write(int from, List<ChainLink> forged, boolean twice) throws SQLException {
        try (Statement loosen = superuser.createStatement();
                PreparedStatement delete =
                        superuser.prepareStatement("delete from audit.entry where stream = ? and number > ?")) {
            if (twice) {
                loosen.execute(ALLOW_TWICE);
            }
            delete.setShort(1, chain.getFirst().stream());
            delete.setLong(2, from);
            delete.executeUpdate();
            if (from < forged.size()) {
                AuditStore.append(superuser, forged.subList(from, forged.size()));
            }
        }
    }
}
