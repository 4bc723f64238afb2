package kaigo.platform.postgres;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import kaigo.TestDatabase;

/** A program of its own that holds a server until it is killed: arguments are the data folder and the bin folder. */
final class ServerChild {
    public static void main(String[] args) throws InterruptedException {
        var settings = PostgresSettings.durable(Path.of(args[0])).withBin(Optional.of(Path.of(args[1])));
        var server = PostgresServer.start(settings, TestDatabase.PASSWORDS, line -> {});
        System.out.println(server.postmasterPid());
        new CountDownLatch(1).await();
    }
}
