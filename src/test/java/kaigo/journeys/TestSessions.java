package kaigo.journeys;

import java.lang.reflect.Field;
import java.time.Duration;
import kaigo.TestServer;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardSession;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** The server's sessions. */
final class TestSessions {

    private TestSessions() {}

    /** As if every session had last been used that long ago. */
    static void age(Duration idle) {
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

    private static Manager manager() {
        var context = (WebServerApplicationContext)
                TestServer.bean(DispatcherServlet.class).getWebApplicationContext();
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        StandardContext web = (StandardContext) server.getTomcat().getHost().findChildren()[0];
        return web.getManager();
    }
}
