package kaigo.viewing;

import java.time.Duration;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;

/** Until the worklists have followed what is new of an insurer's persons. */
public final class Followed {

    private Followed() {}

    public static void await(InsurerNumber insurer) {
        Await.until(
                () -> {
                    TestServer.bean(WorklistWork.class).step();
                    return Loads.database()
                            .sql("select count(*) = 0 from insured.listed_change where insurer_number = ?")
                            .param(insurer.value())
                            .query(Boolean.class)
                            .single();
                },
                Duration.ofSeconds(60));
    }
}
