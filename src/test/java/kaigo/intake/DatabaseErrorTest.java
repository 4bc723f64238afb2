package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** What the database says about a record it refuses holds the record: it must not come into an exception. */
class DatabaseErrorTest {

    @Test
    void a_refused_row_is_not_in_the_exception() {
        InsurerNumber insurer = TestServer.insurerDaily();

        Throwable refused = catchThrowable(() -> Loads.database()
                .sql("insert into insured.pmh_directory (pmh_hmac, insurer_number, insured_number) values (null, ?, ?)")
                .params(insurer.value(), "鸚哥山太郎")
                .update());

        StringWriter said = new StringWriter();
        refused.printStackTrace(new PrintWriter(said));
        assertThat(said.toString()).contains("null value in column").doesNotContain("鸚哥山");
    }
}
