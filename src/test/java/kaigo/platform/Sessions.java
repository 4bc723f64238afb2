package kaigo.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import kaigo.Browser;
import kaigo.TestServer;
import org.apache.catalina.Context;
import org.apache.catalina.session.StandardSession;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** A browser's session, as the container keeps it. */
final class Sessions {

    private Sessions() {}

    static StandardSession of(Browser browser) {
        var server = (WebServerApplicationContext)
                TestServer.bean(DispatcherServlet.class).getWebApplicationContext();
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        Context context = (Context) tomcat.getHost().findChildren()[0];
        try {
            return (StandardSession) context.getManager().findSession(browser.session());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void unused(Browser browser, Duration since) {
        of(browser).setCreationTime(System.currentTimeMillis() - since.toMillis());
    }
}
