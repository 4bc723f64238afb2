package kaigo.platform;

import java.util.Map;
import kaigo.KaigoApplication;
import kaigo.insured.HttpIntermediateServer;
import kaigo.insured.IntermediateServer;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the server of an {@link Installation}: migrations first, then the application. */
public final class Server {

    private Server() {}

    public static ConfigurableApplicationContext start(Installation installation) {
        Migrations.apply(installation.database());
        return new SpringApplicationBuilder(KaigoApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .profiles(installation.isDemo() ? "demo" : "serve")
                .properties(Map.of("server.port", installation.port(), "server.address", "127.0.0.1"))
                .initializers(context -> tell((GenericApplicationContext) context, installation))
                .run();
    }

    /** A 中間サーバ that the installation names comes before the demo's simulator. */
    private static void tell(GenericApplicationContext context, Installation installation) {
        context.registerBean(Installation.class, () -> installation);
        installation
                .intermediateServer()
                .ifPresent(address -> context.registerBean(
                        "intermediateServer",
                        IntermediateServer.class,
                        () -> new HttpIntermediateServer(
                                address,
                                HttpIntermediateServer.PATIENCE,
                                OutgoingTls.context(installation.dataFolder().resolve("certificates"))),
                        definition -> definition.setPrimary(true)));
    }
}
