package kaigo.insured;

import java.util.List;
import kaigo.access.NotAboutAPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 本人の記録の在りか: at which insurers somebody is, or was, insured. */
@Component
public class OwnFiles {

    private final JdbcClient database;

    OwnFiles(JdbcClient database) {
        this.database = database;
    }

    /**
     * 保険者番号/被保険者番号 of each, in their order.
     *
     * @param pmhHmac of the PMHキー, 32 bytes
     */
    @NotAboutAPerson("who signs in: before it is known, nobody can have a permit; it tells the person its own numbers")
    public List<String> find(byte[] pmhHmac) {
        return database.sql("""
                select d.insurer_number || '/' || d.insured_number from insured.pmh_directory d
                join insured.facts p on p.insurer_number = d.insurer_number and p.insured_number = d.insured_number
                where d.pmh_hmac = ? order by 1""").param(pmhHmac).query(String.class).list();
    }
}
