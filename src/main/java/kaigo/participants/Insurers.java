package kaigo.participants;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 保険者の一覧: the front door to who takes part. */
@Component
public class Insurers {

    private static final String COLUMNS = """
            select insurer_number, name, prefecture, load_from, daily_from, started_on, base_date, check_digit,
                   outside_jis_x_0213, relation_errors, accepted_versions
            from participants.insurer""";

    private final JdbcClient database;

    public Insurers(JdbcClient database) {
        this.database = database;
    }

    public Optional<Insurer> find(InsurerNumber number) {
        return database.sql(COLUMNS + " where insurer_number = ?")
                .param(number.value())
                .query(Insurers::insurer)
                .optional();
    }

    /** Names of those that are known, in the order of their numbers. */
    public SortedMap<InsurerNumber, String> names(Collection<InsurerNumber> numbers) {
        SortedMap<InsurerNumber, String> names = new TreeMap<>(Comparator.comparing(InsurerNumber::value));
        database.sql("select insurer_number, name from participants.insurer where insurer_number = any(?)")
                .param(numbers.stream().map(InsurerNumber::value).toArray(String[]::new))
                .query(row -> {
                    names.put(new InsurerNumber(row.getString(1)), row.getString(2));
                });
        return names;
    }

    public List<Insurer> list() {
        return database.sql(COLUMNS + " order by insurer_number")
                .query(Insurers::insurer)
                .list();
    }

    /** Name of the municipality with this 全国地方公共団体コード, with its prefecture; the latest if it changed. */
    public Optional<String> findMunicipality(String localGovernmentCode) {
        return database.sql("""
                select prefecture || name from participants.municipality where local_government_code = ?
                order by valid_from desc limit 1""").param(localGovernmentCode).query(String.class).optional();
    }

    /** Name of the prefecture with this code, the first two digits of its insurers' numbers. */
    public Optional<String> findPrefecture(String code) {
        return database.sql("select prefecture from participants.insurer where left(insurer_number, 2) = ? limit 1")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** Adds the insurer, or replaces what is known of it. */
    public void put(Insurer insurer) {
        database.sql("""
                insert into participants.insurer (insurer_number, name, prefecture, load_from, daily_from, started_on,
                    base_date, check_digit, outside_jis_x_0213, relation_errors, accepted_versions)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[])
                on conflict (insurer_number) do update set name = excluded.name, prefecture = excluded.prefecture,
                    load_from = excluded.load_from, daily_from = excluded.daily_from, started_on = excluded.started_on,
                    base_date = excluded.base_date, check_digit = excluded.check_digit,
                    outside_jis_x_0213 = excluded.outside_jis_x_0213, relation_errors = excluded.relation_errors,
                    accepted_versions = excluded.accepted_versions""")
                .params(Arrays.asList(
                        insurer.number().value(),
                        insurer.name(),
                        insurer.prefecture(),
                        insurer.loadFrom(),
                        insurer.dailyFrom(),
                        insurer.startedOn(),
                        insurer.baseDate(),
                        insurer.checkDigit(),
                        insurer.outsideJisX0213().name(),
                        insurer.relationErrors(),
                        "{" + String.join(",", insurer.acceptedVersions()) + "}"))
                .update();
    }

    /** A municipality that this insurer runs, from a day on (rulings 30). */
    public void putMember(InsurerNumber insurer, String localGovernmentCode, String name, LocalDate from) {
        database.sql("""
                insert into participants.municipality (local_government_code, valid_from, name, prefecture, insurer_number)
                select ?, ?, ?, prefecture, insurer_number from participants.insurer where insurer_number = ?
                on conflict (local_government_code, valid_from) do update
                set name = excluded.name, insurer_number = excluded.insurer_number""")
                .params(localGovernmentCode, from, name, insurer.value())
                .update();
    }

    private static Insurer insurer(ResultSet row, int number) throws SQLException {
        Array versions = row.getArray("accepted_versions");
        return new Insurer(
                new InsurerNumber(row.getString("insurer_number")),
                row.getString("name"),
                row.getString("prefecture"),
                row.getObject("load_from", LocalDate.class),
                row.getObject("daily_from", LocalDate.class),
                row.getObject("started_on", LocalDate.class),
                row.getObject("base_date", LocalDate.class),
                row.getBoolean("check_digit"),
                Insurer.OutsideJisX0213.valueOf(row.getString("outside_jis_x_0213")),
                row.getBoolean("relation_errors"),
                List.of((String[]) versions.getArray()));
    }
}
