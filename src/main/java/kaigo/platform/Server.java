package kaigo.platform;

import java.util.Map;
import kaigo.KaigoApplication;
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
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(Installation.class, () -> installation))
                .run();
    }
}
