package kaigo.platform;

import java.net.URI;
import java.util.Set;
import kaigo.api.ApiAddress;
import kaigo.identity.SiteAddress;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The site by the name of the server's certificate; the demo also over plain HTTP on its own machine. */
@Component
final class Site implements SiteAddress {

    private static final String OWN_MACHINE = "localhost";

    private final ApiAddress tls;
    private final Installation installation;
    private final Environment environment;

    Site(ApiAddress tls, Installation installation, Environment environment) {
        this.tls = tls;
        this.installation = installation;
        this.environment = environment;
    }

    @Override
    public String host() {
        return installation.isDemo() ? OWN_MACHINE : tls.get().getHost();
    }

    @Override
    public String linkOrigin() {
        if (installation.isDemo()) {
            return "http://" + OWN_MACHINE + ':' + environment.getProperty("local.server.port");
        }
        URI address = tls.get();
        return installation.proxy().isPresent() ? "https://" + address.getHost() : address.toString();
    }

    /** Behind a proxy the port is that of every https site. */
    @Override
    public Set<String> origins() {
        URI address = tls.get();
        return installation.isDemo()
                ? Set.of(
                        "http://" + OWN_MACHINE + ':' + environment.getProperty("local.server.port"),
                        "https://" + OWN_MACHINE + ':' + address.getPort())
                : Set.of(address.toString(), "https://" + address.getHost());
    }
}
