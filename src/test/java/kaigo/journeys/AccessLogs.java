package kaigo.journeys;

import java.time.Duration;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.jobs.Workers;

/** The logs that follow the audit within a minute; a journey that reads them does not wait for that minute. */
final class AccessLogs {

    private static final String LAST = "select coalesce(max(number), 0) from audit.entry where stream = ?";
    private static final String MARK = "select number from accesslog.mark where stream = ?";

    private AccessLogs() {}

    /** Until every entry that stands now is in the logs. */
    static void followed() {
        for (int stream = 1; stream <= 2; stream++) {
            long last = number(LAST, stream);
            int of = stream;
            TestServer.bean("accessLogFollowers", Workers.class).wake();
            Await.until(() -> number(MARK, of) >= last, Duration.ofSeconds(60));
        }
    }

    private static long number(String sql, int stream) {
        return Loads.database().sql(sql).param(stream).query(Long.class).single();
    }
}
