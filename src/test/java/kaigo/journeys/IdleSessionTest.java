package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kaigo.Await;
import kaigo.journeys.RouteRightsTest.User;
import kaigo.screens.Part;
import org.junit.jupiter.api.Test;

/** 30 idle minutes end the session of every kind of user: no chain of ours keeps one alive. */
class IdleSessionTest {

    @Test
    void whoever_does_nothing_for_thirty_minutes_has_to_sign_in_anew() {
        Map<Part, User> users = new RouteRightsTest().users();
        assertThat(users.keySet()).containsExactlyInAnyOrder(Part.values());
        TestSessions.age(Duration.ofMinutes(29));
        users.forEach((part, user) ->
                assertThat(isIn(part, user)).as(part + " after 29").isTrue());
        // The container counts the last request of before as a use only after its answer went out: perhaps after this.
        users.forEach((part, user) -> Await.until(
                () -> {
                    TestSessions.age(Duration.ofMinutes(31));
                    return !isIn(part, user);
                },
                Duration.ofSeconds(20)));
    }

    private static boolean isIn(Part part, User user) {
        var answer = user.send("GET", part.home());
        return answer.statusCode() == 200 && answer.uri().getPath().equals(part.home());
    }
}
