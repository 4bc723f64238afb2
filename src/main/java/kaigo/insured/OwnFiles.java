package kaigo.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.access.NotAboutAPerson;
import kaigo.access.PersonKey;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.PmhHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 本人の記録の在りか: at which insurers somebody is, or was, insured. */
@Component
public class OwnFiles {

    private final JdbcClient database;

    OwnFiles(JdbcClient database) {
        this.database = database;
    }

    /** 保険者番号/被保険者番号 of each, in their order. */
    @NotAboutAPerson("who signs in: before it is known, nobody can have a permit; it tells the person its own numbers")
    public List<String> find(PmhHash key) {
        return database.sql("""
                select d.insurer_number || '/' || d.insured_number from insured.pmh_directory d
                join insured.facts p on p.insurer_number = d.insurer_number and p.insured_number = d.insured_number
                where d.pmh_hmac = any(?) order by 1""").param(key.all()).query(String.class).list();
    }

    /** Where the person is insured now; of several insurers the one that came last. */
    @NotAboutAPerson("whose card was read: before it is known, nobody can have a permit; the gate decides what is told")
    Optional<PersonKey> findCurrent(PmhHash key, LocalDate today) {
        return database.sql("""
                select p.insurer_number, p.insured_number from insured.pmh_directory d
                join insured.person p on p.insurer_number = d.insurer_number and p.insured_number = d.insured_number
                where d.pmh_hmac = any(?) and p.deleted_at is null and (p.lost_on is null or p.lost_on > ?)
                order by p.qualified_from desc, p.insurer_number limit 1""")
                .params(key.all(), today)
                .query((row, n) ->
                        new PersonKey(new InsurerNumber(row.getString(1)), new InsuredNumber(row.getString(2))))
                .optional();
    }
}
