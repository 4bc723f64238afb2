package kaigo.journeys;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import kaigo.Await;
import kaigo.TestServer;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardSession;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The server's sessions. */
final class TestSessions {

    private TestSessions() {}

    /** As if every session had last been used that long ago. */
    static void age(Duration idle) {
        Await.until(() -> activeRequests() == 0, Duration.ofSeconds(30)); // one that ends later would be a new use
        long then = System.currentTimeMillis() - idle.toMillis();
        for (Session session : manager().findSessions()) {
            set(session, "lastAccessedTime", then);
            set(session, "thisAccessedTime", then);
        }
    }

    private static void set(Session session, String name, long value) {
        try {
            Field field = StandardSession.class.getDeclaredField(name);
            field.setAccessible(true);
            field.setLong(session, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page can be in the browser before its request has ended here. */
    private static int activeRequests() {
        return Arrays.stream(tomcat().getService().findConnectors())
                .map(connector -> connector.getProtocolHandler().getExecutor())
                .mapToInt(threads -> ((ThreadPoolExecutor) threads).getActiveCount())
                .sum();
    }

    private static Manager manager() {
        return ((StandardContext) tomcat().getHost().findChildren()[0]).getManager();
    }

    private static Tomcat tomcat() {
        var context = (WebServerApplicationContext)
                TestServer.bean(DispatcherServlet.class).getWebApplicationContext();
        return ((TomcatWebServer) context.getWebServer()).getTomcat();
    }
}
