package kaigo.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.OfficeSoftware;

/** The routes by which an institution's software sends, by one that knows nobody: what is refused is on record too. */
record SendingCalls(OfficeSoftware software, String person) {

    private static final String FILINGS = "/api/v1/users/{id}/filings";
    private static final String OPINIONS = "/api/v1/opinions";
    private static final String LETTER = OPINIONS + "/00000000-0000-4000-8000-000000000000";
    private static final String KEY = "one-entry-of-it";

    static SendingCalls of(InsurerNumber insurer) {
        return new SendingCalls(OfficeSoftware.of(SampleOffice.facility(insurer)), Handles.of(insurer, "9999999998"));
    }

    Map<String, List<Call>> list() {
        String filings = FILINGS.replace("{id}", person);
        Map<String, String> filing = Map.of("kind", "care-plan", "officeNumber", "4479901003", "filedOn", "20261120");
        Map<String, String> begun =
                Map.of("insurerNumber", "999999", "insuredNumber", "9999999998", "requestedOn", "20261101");
        Map<String, List<Call>> calls = new TreeMap<>(Map.of(
                "GET " + FILINGS,
                List.of(() -> software.get(filings)),
                "POST " + FILINGS,
                List.of(() -> software.post(filings, filing, KEY)),
                "POST " + FILINGS + "/{kind}/end",
                List.of(() -> software.post(filings + "/care-plan/end", Map.of("endedOn", "20261120"), KEY)),
                "GET " + OPINIONS,
                List.of(() -> software.get(OPINIONS)),
                "POST " + OPINIONS,
                List.of(() -> software.post(OPINIONS, begun)),
                "GET " + OPINIONS + "/{id}",
                List.of(() -> software.get(LETTER)),
                "PUT " + OPINIONS + "/{id}/items",
                List.of(() -> software.put(LETTER + "/items", Map.of("saved", 0, "items", Map.of()))),
                "POST " + OPINIONS + "/{id}/acts",
                List.of(() -> software.post(LETTER + "/acts", Map.of("act", "SEND", "saved", 0))),
                "GET " + OPINIONS + "/{id}/claim",
                List.of(() -> software.get(LETTER + "/claim")),
                "POST " + OPINIONS + "/{id}/claim",
                List.of(() -> software.post(LETTER + "/claim", Map.of("version", 0, "items", Map.of()), KEY))));
        calls.put(
                "POST " + OPINIONS + "/{id}/claim/cancel",
                List.of(() -> software.post(LETTER + "/claim/cancel", Map.of("version", 0), KEY)));
        return calls;
    }
}
