package kaigo.intake.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.JobPermit;
import kaigo.layout.ErrorId;
import kaigo.layout.Item;
import kaigo.layout.Layout;
import kaigo.layout.Relation;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.shared.UpdateType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 関係チェック of a chunk: each relation of the target asks the database once. */
final class RelationChecks {

    private final Target target;
    private final JdbcClient database;
    private final boolean asErrors;

    /** @param asErrors whether what the layout only warns of refuses the record */
    RelationChecks(Target target, JdbcClient database, boolean asErrors) {
        this.target = target;
        this.database = database;
        this.asErrors = asErrors;
    }

    /** @param people the registered persons with their 資格喪失年月日 */
    void check(
            JobPermit permit, ChunkContext context, List<Arrival> arrivals, Map<String, Optional<LocalDate>> people) {
        List<Arrival> kept =
                arrivals.stream().filter(one -> one.type() != UpdateType.DELETE).toList();
        if (kept.isEmpty()) {
            return;
        }
        for (Relation relation : target.relations()) {
            switch (relation) {
                case Relation.KnownHistory(Item historyNo) -> knownHistory(context, kept, historyNo);
                case Relation.KnownOffice(List<Item> numbers) -> numbers.forEach(item -> knownOffice(kept, item));
                case Relation.NoOverlap overlap -> noOverlap(context, arrivals, overlap);
                case Relation.KnownDocument(Item sha256, Item pages) -> knownDocument(context, kept, sha256, pages);
                case Relation.BeforeLoss(Item day) -> beforeLoss(kept, day, people);
            }
        }
    }

    private void knownHistory(ChunkContext context, List<Arrival> arrivals, Item historyNo) {
        List<Arrival> named =
                arrivals.stream().filter(one -> value(one, historyNo) != null).toList();
        if (named.isEmpty()) {
            return;
        }
        database.sql("""
                select k.n from unnest(?::int[], ?::text[], ?::text[]) as k(n, insured_number, history_no)
                where not exists (select from certification.application a
                    where a.insurer_number = ? and a.insured_number = k.insured_number
                      and a.history_no = k.history_no and a.deleted_at is null)""")
                .params(
                        places(named),
                        texts(named, Arrival::insuredNumber),
                        texts(named, one -> value(one, historyNo)),
                        context.insurer().value())
                .query(row -> {
                    report(named.get(row.getInt(1)), ErrorId.E4002, historyNo);
                });
    }

    private void knownOffice(List<Arrival> arrivals, Item number) {
        List<Arrival> named =
                arrivals.stream().filter(one -> value(one, number) != null).toList();
        if (named.isEmpty()) {
            return;
        }
        database.sql("""
                select k.n from unnest(?::int[], ?::text[]) as k(n, number)
                where not exists (select from participants.institution i where i.number = k.number)""")
                .params(places(named), texts(named, one -> value(one, number)))
                .query(row -> {
                    report(named.get(row.getInt(1)), ErrorId.E4003, number);
                });
    }

    /** All arrivals are named, also those that have no period any more or go: what is stored of them does not count. */
    private void noOverlap(ChunkContext context, List<Arrival> arrivals, Relation.NoOverlap relation) {
        if (arrivals.stream().noneMatch(one -> from(one, relation) != null)) {
            return;
        }
        List<String> keys = target.keys().stream().map(Column::name).toList();
        List<String> alike = relation.alike().stream().map(this::column).toList();
        List<Object> params = new ArrayList<>();
        params.add(places(arrivals));
        for (int part = 0; part < keys.size(); part++) {
            int place = part;
            params.add(texts(arrivals, one -> one.keyPart(place)));
        }
        params.add(texts(arrivals, one -> from(one, relation)));
        params.add(texts(arrivals, one -> value(one, relation.to())));
        relation.alike().forEach(item -> params.add(texts(arrivals, one -> value(one, item))));
        params.add(context.insurer().value());
        database.sql(OverlapSql.of(
                        target.table(),
                        keys,
                        alike,
                        new OverlapSql.Period(
                                column(relation.from()),
                                column(relation.to()),
                                relation.unless() == null ? null : column(relation.unless()))))
                .params(params)
                .query(row -> {
                    report(arrivals.get(row.getInt(1)), ErrorId.E4004, relation.from());
                });
    }

    /** The first day of its period, or null for a record whose period does not count. */
    private static @org.jspecify.annotations.Nullable String from(Arrival arrival, Relation.NoOverlap relation) {
        Item unless = relation.unless();
        if (arrival.type() == UpdateType.DELETE) {
            return null;
        }
        return unless == null || value(arrival, unless) == null ? value(arrival, relation.from()) : null;
    }

    /** Holds the documents until the transaction ends: none of them is purged before the record that names it is there. */
    private void knownDocument(ChunkContext context, List<Arrival> arrivals, Item sha256, Item pages) {
        Map<String, Integer> found = new HashMap<>();
        database.sql("""
                select encode(d.sha256, 'hex'), d.pages from documents.document d
                where d.insurer_number = ? and d.sha256 = any(?) for key share""")
                .params(context.insurer().value(), hashes(arrivals, sha256))
                .query(row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        for (Arrival arrival : arrivals) {
            Integer there = found.get(value(arrival, sha256));
            if (there == null) {
                report(arrival, ErrorId.E4009, sha256);
            } else if (!there.equals(Integer.valueOf(Objects.requireNonNull(value(arrival, pages))))) {
                arrival.found(ErrorId.E4010, item(arrival, pages), there.toString());
            }
        }
    }

    private static byte[][] hashes(List<Arrival> arrivals, Item sha256) {
        return arrivals.stream()
                .map(one -> HexFormat.of().parseHex(Objects.requireNonNull(value(one, sha256))))
                .toArray(byte[][]::new);
    }

    private static void beforeLoss(List<Arrival> arrivals, Item day, Map<String, Optional<LocalDate>> people) {
        for (Arrival arrival : arrivals) {
            String value = value(arrival, day);
            Optional<LocalDate> lost = people.getOrDefault(arrival.insuredNumber(), Optional.empty());
            if (value != null
                    && lost.isPresent()
                    && lost.get().isBefore(Objects.requireNonNull(kaigo.shared.YyyyMmDd.parse(value)))) {
                arrival.found(ErrorId.W4005, item(arrival, day));
            }
        }
    }

    private void report(Arrival arrival, ErrorId check, Item item) {
        arrival.found(arrival.row().layout().reportedAs(check, asErrors), item(arrival, item));
    }

    private static kaigo.layout.LayoutItem item(Arrival arrival, Item item) {
        Layout layout = arrival.row().layout();
        return layout.item(layout.position(item));
    }

    private static @org.jspecify.annotations.Nullable String value(Arrival arrival, Item item) {
        int position = arrival.row().layout().position(item);
        return position < 0 ? null : arrival.row().text(position);
    }

    private String column(Item item) {
        return java.util.stream.Stream.concat(target.keys().stream(), target.columns().stream())
                .filter(column -> column.item().equals(item))
                .map(Column::name)
                .findFirst()
                .orElseThrow();
    }

    private static Integer[] places(List<Arrival> arrivals) {
        Integer[] places = new Integer[arrivals.size()];
        java.util.Arrays.setAll(places, i -> i);
        return places;
    }

    private static String[] texts(
            List<Arrival> arrivals,
            java.util.function.Function<Arrival, @org.jspecify.annotations.Nullable String> value) {
        return arrivals.stream().map(value).toArray(String[]::new);
    }
}
