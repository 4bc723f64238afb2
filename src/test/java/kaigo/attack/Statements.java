package kaigo.attack;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How many statements the threads of requests send to the database, as the driver's own protocol log tells. */
final class Statements {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    /** Threads of the TLS port. Workers and the audit writer have their own. */
    private static final String REQUESTS = "https-";

    private Statements() {}

    record Counted<T>(T value, int statements) {}

    static <T> Counted<T> of(Supplier<T> call) {
        AtomicInteger count = new AtomicInteger();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord record) {
                boolean executed = String.valueOf(record.getMessage()).contains("FE=> Execute");
                if (executed && Thread.currentThread().getName().startsWith(REQUESTS)) {
                    count.incrementAndGet();
                }
            }

            @Override
            public void flush() {
                // Nothing is kept.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Level before = DRIVER.getLevel();
        DRIVER.setUseParentHandlers(false);
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            return new Counted<>(call.get(), count.get());
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(counter);
            DRIVER.setUseParentHandlers(true);
        }
    }
}
