package kaigo.intake.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.access.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the loader does next hangs on the kind of the exception; none of them holds a value of the record. */
class CopierTest {

    private static final String NAME = "鸚哥山太郎";

    @ParameterizedTest
    @CsvSource({
        "40001, TransientDataAccessException",
        "40P01, TransientDataAccessException",
        "23514, DataIntegrityViolationException",
        "22P02, DataIntegrityViolationException",
        "53100, DataAccessResourceFailureException",
        "57P01, DataAccessResourceFailureException",
        "XX001, IllegalStateException",
    })
    void each_state_of_the_database_becomes_its_kind(String state, String kind) throws SQLException {
        Throwable refused = copy("""
                create function pg_temp.refuse() returns trigger language plpgsql as
                $$ begin raise exception 'refused %', new.name using errcode = tg_argv[0]; end $$;
                create trigger refuse before insert on person
                for each row execute function pg_temp.refuse('STATE')""".replace("STATE", state));

        assertThat(kinds(refused)).contains(kind);
        assertThat(trace(refused)).contains("copy").doesNotContain("鸚哥山");
    }

    @Test
    void a_value_that_the_column_does_not_take_is_not_told() throws SQLException {
        Throwable refused = copy("alter table person alter name type date using null");

        assertThat(refused).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(trace(refused)).doesNotContain("鸚哥山");
    }

    /** Into a table of this session's own, which was prepared so. */
    private static Throwable copy(String preparation) throws SQLException {
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table person (name text)");
            statement.execute(preparation);
            CopyRows rows = new CopyRows();
            rows.text(NAME).endRow();
            Copier copier = new Copier(new SingleConnectionDataSource(connection, true));
            return catchThrowable(() -> TestServer.bean(Gate.class)
                    .job("test", "copier", permit -> copier.copy(permit, "copy person from stdin", rows)));
        }
    }

    private static String kinds(Throwable thrown) {
        StringBuilder kinds = new StringBuilder();
        for (Class<?> kind = thrown.getClass(); kind != null; kind = kind.getSuperclass()) {
            kinds.append(kind.getSimpleName()).append(' ');
        }
        return kinds.toString();
    }

    private static String trace(Throwable thrown) {
        StringWriter said = new StringWriter();
        thrown.printStackTrace(new PrintWriter(said));
        return said.toString();
    }
}
