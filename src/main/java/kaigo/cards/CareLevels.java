package kaigo.cards;

import java.time.LocalDate;
import java.util.Optional;
import kaigo.access.FilingPermit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 要介護状態区分: what the 被保険者証 says for a day. */
@Component
public class CareLevels {

    private final JdbcClient database;

    CareLevels(JdbcClient database) {
        this.database = database;
    }

    /** Code of M02; none if no card says anything for the day. Of several, the newest holds. */
    public Optional<String> find(FilingPermit permit, LocalDate day) {
        return database.sql("""
                select care_level from cards.insurance_card_shown
                where insurer_number = :insurer and insured_number = :insured and care_level is not null
                    and (cert_valid_from is null or cert_valid_from <= :day)
                    and (cert_valid_to is null or cert_valid_to >= :day)
                    and (voided_on is null or voided_on > :day)
                order by issued_on desc, history_no::int desc limit 1""")
                .param("insurer", permit.person().insurer().value())
                .param("insured", permit.person().insured().value())
                .param("day", day)
                .query(String.class)
                .optional();
    }
}
