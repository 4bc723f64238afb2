package kaigo.insured;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.FilePermit;
import kaigo.access.ListPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 本人見出し for those who may see it, of one person or of a page of a list: one statement either way. */
@Component
public class Banners {

    private static final String OF_THESE = """
            select p.insurer_number, p.insured_number, p.name, p.name_kana, p.birth_date, p.birth_date_text, p.sex,
                case when not p.protection or ? then concat_ws('', p.address, p.address_detail) end as address, p.lost_on
            from unnest(?, ?) as q (insurer_number, insured_number)
            join insured.person p on p.insurer_number = q.insurer_number and p.insured_number = q.insured_number
            where p.deleted_at is null""";

    private final JdbcClient database;

    Banners(JdbcClient database) {
        this.database = database;
    }

    /** None, too, for whoever may not see it. */
    public Optional<Banner> find(FilePermit permit) {
        PersonKey person = new PersonKey(permit.insurer(), permit.insured());
        return read(permit.shows(Kind.BANNER) ? List.of(person) : List.of(), permit.addressOpen()).stream()
                .findFirst();
    }

    /** Of those on the page whose banner may be seen. */
    public Map<PersonKey, Banner> find(ListPermit permit) {
        return read(permit.listFor(Kind.BANNER), false).stream()
                .collect(Collectors.toMap(Banner::person, Function.identity()));
    }

    /** @param open the address also of whoever is under 支援措置: for the insurer's own eyes */
    private List<Banner> read(List<PersonKey> persons, boolean open) {
        return database.sql(OF_THESE)
                .params(open, PersonKey.insurers(persons), PersonKey.insureds(persons))
                .query((row, n) -> banner(row))
                .list();
    }

    private static Banner banner(ResultSet row) throws SQLException {
        return new Banner(
                new PersonKey(
                        new InsurerNumber(row.getString("insurer_number")),
                        new InsuredNumber(row.getString("insured_number"))),
                row.getString("name"),
                row.getString("name_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("birth_date_text"),
                row.getString("sex"),
                row.getString("address"),
                row.getObject("lost_on", LocalDate.class));
    }
}
