package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a look reads it reads at one moment, and it can write nothing (settled 15). */
class SnapshotTest {

    private final JdbcClient database = TestServer.bean(JdbcClient.class);

    @Test
    void aLookIsOneSnapshotThatOnlyReads() {
        Snapshot.ofPerson(TestServer.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            assertThat(setting("transaction_isolation")).isEqualTo("repeatable read");
            assertThat(setting("transaction_read_only")).isEqualTo("on");
            assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
        });
    }

    @Test
    void theLastStatementOfALookEndsItsSnapshotAndItsPermit() {
        PartReader reader = TestServer.bean(PartReader.class);
        PartQuery<Purpose> moment = PartQuery.of(
                Purpose.class, Map.of(Purpose.READ_DAY, new PartSql("select transaction_timestamp()::text")));
        FilePermit permit = new FilePermit(
                new PersonKey(TestServer.insurerDaily(), new InsuredNumber("0000000001")),
                new EnumMap<>(Kind.class),
                new FilePermit.Within(Set.of(), true, TestServer.TODAY));
        Snapshot.ofPerson(TestServer.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            String before = transaction();
            assertThat(reader.read(permit, moment)).containsValue(before);
            assertThat(reader.readLast(permit, moment)).containsValue(before);
            assertThat(transaction()).isNotEqualTo(before);
            assertThatThrownBy(() -> reader.read(permit, moment)).isInstanceOf(IllegalStateException.class);
        });
        assertThat(setting("transaction_read_only")).isEqualTo("off");
    }

    private String transaction() {
        return database.sql("select transaction_timestamp()::text")
                .query(String.class)
                .single();
    }

    @Test
    void whatAJobMaySeeOfAListIsReadLikeALookAlsoWhileTheJobWrites() {
        SampleOffice office = SampleOffice.near(TestServer.insurerDaily());
        TransactionTemplate writing = new TransactionTemplate(TestServer.bean(PlatformTransactionManager.class));
        TestServer.bean(Gate.class)
                .job(
                        "test",
                        "request",
                        job -> writing.executeWithoutResult(status -> {
                            assertThat(setting("transaction_read_only")).isEqualTo("off");
                            String plans = TestServer.bean(ListGate.class)
                                    .work(
                                            job,
                                            office.id,
                                            List.of(),
                                            Set.of(Kind.BANNER),
                                            permit -> setting("plan_cache_mode") + " "
                                                    + setting("transaction_read_only"));
                            assertThat(plans).isEqualTo("force_generic_plan on");
                            assertThat(setting("transaction_read_only")).isEqualTo("off");
                        }));
    }

    @Test
    void anInsurersLookIsOneSnapshotThatOnlyReadsAndIsPlannedForItsRows() {
        InsurerViewer viewer = InsurerViewer.staff(TestServer.insurerDaily(), "test", "request");
        TestServer.bean(Gate.class).look(viewer, Purpose.READ_DAY, permit -> {
            assertThat(setting("transaction_isolation")).isEqualTo("repeatable read");
            assertThat(setting("transaction_read_only")).isEqualTo("on");
            assertThat(setting("plan_cache_mode")).isEqualTo("auto");
            return Looked.aboutNobody("");
        });
    }

    @Test
    void whatWritesIsAsItWas() {
        assertThat(setting("transaction_isolation")).isEqualTo("read committed");
        assertThat(setting("transaction_read_only")).isEqualTo("off");
        assertThat(setting("plan_cache_mode")).isEqualTo("auto");
    }

    private String setting(String name) {
        return database.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
