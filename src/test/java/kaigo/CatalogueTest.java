package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kaigo.platform.Migrations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules for a distributed PostgreSQL, read from the catalogue after migration (settled 6). */
class CatalogueTest {

    private static final String OUR_SCHEMAS = """
            ('audit', 'participants', 'identity', 'insured', 'cards', 'certification', 'benefits', 'consent', 'opinion',
             'intake', 'rollout', 'life', 'careplan', 'committee', 'documents',
             'outbox', 'accesslog', 'forwarding', 'operations', 'viewing')""";

    /** Settled 6: exceptions by name. */
    private static final Set<String> NOT_INSURER_FIRST = Set.of(
            "identity.institution_account", // accounts of offices and clinics, which serve many insurers
            "identity.institution_session",
            "identity.screen_session",
            "identity.passkey", // of whoever signs in by screen
            "identity.passkey_owner",
            "identity.client_certificate",
            "identity.certificate_warning",
            "insured.failed_check", // of an office, whoever it asked for
            "audit.entry",
            "accesslog.mark", // of a stream
            "forwarding.mark",
            "accesslog.of_day",
            "accesslog.of_institution", // what an office did, whose insured it ever was
            "insured.pmh_directory",
            "participants.municipality",
            "participants.institution",
            "participants.institution_service",
            "participants.start_note", // an office's own, of a municipality and nobody of ours
            "viewing.notice", // of somebody at an office
            "viewing.office_services", // of an office
            "identity.card_reader", // of an office
            "identity.card_challenge",
            "operations.chain_verification", // of the audit stream
            "operations.chain_found");

    @BeforeAll
    static void migrate() {
        Migrations.apply(TestServer.database());
    }

    @Test
    void every_key_of_personal_data_begins_with_the_insurer() throws SQLException {
        List<String> wrong = query("""
                select n.nspname || '.' || c.relname || ' ' || i.relname || ' ' || a.attname
                from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
                where n.nspname in %s and (x.indisunique or x.indisprimary) and a.attname <> 'insurer_number'
                """.formatted(OUR_SCHEMAS));
        wrong.removeIf(line -> NOT_INSURER_FIRST.contains(line.split(" ")[0]));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_table_has_a_primary_key() throws SQLException {
        assertThat(query("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in %s and c.relkind = 'r'
                  and not exists (select from pg_index x where x.indrelid = c.oid and x.indisprimary)
                """.formatted(OUR_SCHEMAS))).isEmpty();
    }

    @Test
    void there_are_no_triggers_exclusion_or_deferrable_constraints_and_no_inheritance() throws SQLException {
        assertThat(query("""
                select t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                join pg_namespace n on n.oid = c.relnamespace where n.nspname in %s and not t.tgisinternal
                union all
                select conname from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                where n.nspname in %s and (k.contype = 'x' or k.condeferrable)
                union all
                select c.relname from pg_inherits h join pg_class c on c.oid = h.inhrelid
                join pg_namespace n on n.oid = c.relnamespace where n.nspname in %s
                """.formatted(OUR_SCHEMAS, OUR_SCHEMAS, OUR_SCHEMAS))).isEmpty();
    }

    @Test
    void there_are_no_sequences_and_no_clock_in_a_default() throws SQLException {
        assertThat(query("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in %s and c.relkind = 'S'
                union all
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                where table_schema in %s and column_default ~* 'now\\(|current_|nextval|clock_timestamp'
                """.formatted(OUR_SCHEMAS, OUR_SCHEMAS))).isEmpty();
    }

    @Test
    void the_application_can_neither_change_nor_remove_audit_entries() throws SQLException {
        assertThat(query("""
                select privilege_type from information_schema.role_table_grants
                where grantee = 'kiban_app' and table_schema = 'audit' order by 1
                """)).containsExactly("INSERT", "SELECT");
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
