package kaigo.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.rollout.rules.LinkMethod;
import kaigo.rollout.rules.Precondition;
import kaigo.rollout.rules.Setup;
import kaigo.rollout.rules.SetupState;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SetupStore {

    private static final String SELECT = """
            select s.insurer_number, s.state, s.base_date, s.starts_on, s.method,
                   array_remove(array_agg(p.precondition), null) as met
            from rollout.setup s left join rollout.precondition p using (insurer_number)""";

    private final JdbcClient database;

    SetupStore(JdbcClient database) {
        this.database = database;
    }

    /** Empty as long as nothing was done here. */
    Optional<Setup> find(InsurerNumber insurer) {
        return database.sql(SELECT + " where s.insurer_number = ? group by s.insurer_number")
                .param(insurer.value())
                .query((row, n) -> setup(row))
                .optional();
    }

    /** By 保険者番号, those of which something was done here. */
    Map<String, Setup> listAll() {
        Map<String, Setup> all = new HashMap<>();
        database.sql(SELECT + " group by s.insurer_number").query(row -> {
            all.put(row.getString("insurer_number"), setup(row));
        });
        return all;
    }

    private static Setup setup(ResultSet row) throws SQLException {
        Set<Precondition> met = EnumSet.noneOf(Precondition.class);
        for (String name : (String[]) row.getArray("met").getArray()) {
            met.add(Precondition.valueOf(name));
        }
        return new Setup(
                SetupState.valueOf(row.getString("state")),
                met,
                row.getObject("base_date", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getString("method") == null ? null : LinkMethod.valueOf(row.getString("method")));
    }

    /** State, dates and method; the preconditions by {@link #setMet}. */
    void put(InsurerNumber insurer, Setup setup) {
        database.sql("""
                insert into rollout.setup (insurer_number, state, base_date, starts_on, method) values (?, ?, ?, ?, ?)
                on conflict (insurer_number) do update
                set state = excluded.state, base_date = excluded.base_date, starts_on = excluded.starts_on,
                    method = excluded.method""")
                .params(Arrays.asList(
                        insurer.value(),
                        setup.state().name(),
                        setup.baseDate(),
                        setup.startsOn(),
                        setup.method() == null ? null : setup.method().name()))
                .update();
    }

    void setMet(InsurerNumber insurer, Precondition precondition, boolean met, String by, Instant at) {
        if (met) {
            database.sql("""
                    insert into rollout.precondition (insurer_number, precondition, met_by, met_at)
                    values (?, ?, ?, ?) on conflict do nothing""")
                    .params(insurer.value(), precondition.name(), by, utc(at))
                    .update();
        } else {
            database.sql("delete from rollout.precondition where insurer_number = ? and precondition = ?")
                    .params(insurer.value(), precondition.name())
                    .update();
        }
    }

    /** Holds the insurer's set-up until the transaction ends, so that two colleagues follow each other. */
    void hold(InsurerNumber insurer) {
        database.sql("select from participants.insurer where insurer_number = ? for update")
                .param(insurer.value())
                .query((row, n) -> 1)
                .list();
    }

    List<SetupEvent> listEvents(InsurerNumber insurer) {
        return database.sql(
                        "select what, day, by_whom, at from rollout.event where insurer_number = ? order by number desc")
                .param(insurer.value())
                .query((row, n) -> new SetupEvent(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    void addEvent(InsurerNumber insurer, String what, @Nullable LocalDate day, String by, Instant at) {
        database.sql("""
                insert into rollout.event (insurer_number, number, what, day, by_whom, at)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from rollout.event where insurer_number = ?""")
                .params(Arrays.asList(insurer.value(), what, day, by, utc(at), insurer.value()))
                .update();
    }

    Map<String, Integer> ownCounts(InsurerNumber insurer) {
        Map<String, Integer> counts = new HashMap<>();
        database.sql("select interface, records from rollout.own_count where insurer_number = ?")
                .param(insurer.value())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    /** Replaces all counts. */
    void putOwnCounts(InsurerNumber insurer, Map<String, Integer> counts) {
        database.sql("delete from rollout.own_count where insurer_number = ?")
                .param(insurer.value())
                .update();
        counts.forEach((interfaceId, records) -> database.sql(
                        "insert into rollout.own_count (insurer_number, interface, records) values (?, ?, ?)")
                .params(insurer.value(), interfaceId, records)
                .update());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
