package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * 同意を確認できない: what an office noted when no consent could be had (rulings 23). It says nothing of the 包括同意.
 *
 * @param login of who noted it there
 */
public record UnconfirmedNote(Instant at, String officeNumber, String login, String reason) {

    /** A row of {@code consent.unconfirmed}; who noted it ends there in the login. */
    static UnconfirmedNote of(ResultSet row) throws SQLException {
        String actor = row.getString("noted_by");
        return new UnconfirmedNote(
                row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                row.getString("office_number"),
                actor.substring(actor.lastIndexOf('/') + 1),
                row.getString("reason"));
    }

    @Override
    public String toString() {
        return "UnconfirmedNote[…]";
    }
}
