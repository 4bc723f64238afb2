package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;

/** The audit entries with the request id of an answer. */
final class Entries {

    private Entries() {}

    static int count(HttpResponse<String> answer) {
        return details(answer).size();
    }

    static String detail(HttpResponse<String> answer) {
        return details(answer).getFirst();
    }

    static List<String> subjects(HttpResponse<String> answer) {
        return texts("unnest(subjects)", answer);
    }

    private static List<String> details(HttpResponse<String> answer) {
        return texts("detail", answer);
    }

    private static List<String> texts(String what, HttpResponse<String> answer) {
        return Loads.database()
                .sql("select " + what + " from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .list();
    }
}
