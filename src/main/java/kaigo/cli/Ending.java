package kaigo.cli;

import java.util.concurrent.CountDownLatch;

/**
 * The end of a server by Ctrl+C or SIGTERM. The machine ends the program as soon as its hooks return: so ours waits until
 * everything is closed.
 */
final class Ending implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Ending() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::askAndWait));
    }

    void await() throws InterruptedException {
        asked.await();
    }

    /** Everything else is closed: the first resource of a try is closed last. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void askAndWait() {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
