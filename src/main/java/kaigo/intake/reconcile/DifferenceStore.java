package kaigo.intake.reconcile;

import java.util.ArrayList;
import java.util.List;
import kaigo.access.InsurerPermit;
import kaigo.intake.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code intake.difference}. Its rows are added once, and neither changed nor removed. */
@Component
class DifferenceStore {

    private final JdbcClient database;

    DifferenceStore(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the interfaces, within each by kind and key. */
    List<Difference> list(InsurerPermit permit, Receipt reconciliation, Reconciliations.Section section, int limit) {
        StringBuilder where = new StringBuilder(" where insurer_number = ? and reconciliation = ? and number > ?");
        List<Object> params = new ArrayList<>();
        params.add(permit.insurer().value());
        params.add(reconciliation.number());
        params.add(section.after());
        if (section.interfaceId() != null) {
            where.append(" and interface = ?");
            params.add(section.interfaceId());
        }
        if (section.kind() != null) {
            where.append(" and kind = ?");
            params.add(section.kind().code());
        }
        params.add(limit);
        return database.sql(
                        "select number, interface, kind, insured_number, history_no, rest_key from intake.difference"
                                + where + " order by number limit ?")
                .params(params)
                .query((row, n) -> new Difference(
                        row.getInt(1),
                        row.getString(2),
                        DifferenceKind.ofCode(row.getInt(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** @param sha256 over the 被保険者番号 in the order of their numbers, one a line, in hexadecimal digits */
    record Persons(int count, String sha256) {}

    /** The 被保険者番号 of all differences that name one. */
    Persons digest(InsurerPermit permit, Receipt reconciliation) {
        return database.sql("""
                select count(*), encode(sha256(convert_to(
                    coalesce(string_agg(insured_number || E'\\n', '' order by number), ''), 'UTF8')), 'hex')
                from intake.difference where insurer_number = ? and reconciliation = ? and insured_number <> ''""")
                .params(permit.insurer().value(), reconciliation.number())
                .query((row, n) -> new Persons(row.getInt(1), row.getString(2)))
                .single();
    }
}
