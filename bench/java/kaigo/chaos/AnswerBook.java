package kaigo.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the clients know: the ids of the requests that were answered, those that were turned away, those that broke off. */
final class AnswerBook {

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();
    private final Set<String> brokenOff = ConcurrentHashMap.newKeySet();

    /** @return how many there are now */
    int answered(String requestId) {
        answered.add(requestId);
        return answered.size();
    }

    void turnedAway(String requestId) {
        turnedAway.add(requestId);
    }

    void brokenOff(String requestId) {
        brokenOff.add(requestId);
    }

    /**
     * @param missing answered, and not on record: a look that nobody can know of
     * @param twice on record more than once
     * @param unanswered on record, and no answer has arrived
     * @param strange of requests that nobody sent
     */
    record Compared(
            int answered, int turnedAway, int brokenOff, long missing, long twice, long unanswered, long strange) {}

    Compared compare(Connection connection) throws SQLException {
        Map<String, Integer> entries = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select request_id from audit.entry where event = 'FILE_LOOKED'")) {
            while (row.next()) {
                entries.merge(row.getString(1), 1, Integer::sum);
            }
        }
        return new Compared(
                answered.size(),
                turnedAway.size(),
                brokenOff.size(),
                answered.stream().filter(id -> !entries.containsKey(id)).count(),
                entries.values().stream().filter(count -> count > 1).count(),
                entries.keySet().stream()
                        .filter(id -> turnedAway.contains(id) || brokenOff.contains(id))
                        .count(),
                entries.keySet().stream()
                        .filter(id -> !answered.contains(id) && !turnedAway.contains(id) && !brokenOff.contains(id))
                        .count());
    }
}
