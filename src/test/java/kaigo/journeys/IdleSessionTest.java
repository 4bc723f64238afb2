package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import kaigo.TestServer;
import kaigo.journeys.RouteRightsTest.User;
import kaigo.screens.Part;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.session.StandardSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** 30 idle minutes end the session of every kind of user: no chain of ours keeps one alive. */
class IdleSessionTest {

    @Test
    void whoever_does_nothing_for_thirty_minutes_has_to_sign_in_anew() {
        Map<Part, User> users = new RouteRightsTest().users();
        assertThat(users.keySet()).containsExactlyInAnyOrder(Part.values());
        age(Duration.ofMinutes(29));
        users.forEach((part, user) ->
                assertThat(isIn(part, user)).as(part + " after 29").isTrue());
        age(Duration.ofMinutes(31));
        users.forEach((part, user) ->
                assertThat(isIn(part, user)).as(part + " after 31").isFalse());
    }

    private static boolean isIn(Part part, User user) {
        var answer = user.send("GET", part.home());
        return answer.statusCode() == 200 && answer.uri().getPath().equals(part.home());
    }

    /** As if every session had last been used that long ago. */
    private static void age(Duration idle) {
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
