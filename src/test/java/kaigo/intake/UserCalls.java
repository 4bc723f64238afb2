package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;

/** The routes of 利用者一覧 and 利用者詳細, by an office that knows nobody: what is refused is on record too. */
record UserCalls(OfficeBrowser browser, InsurerNumber insurer, String person) {

    private static final String LIST = "/office/users";

    static UserCalls of(InsurerNumber insurer) {
        SampleOffice office = SampleOffice.facility(insurer);
        return new UserCalls(OfficeBrowser.of(office), insurer, Handles.of(insurer, "9999999998"));
    }

    Map<String, List<Call>> list() {
        String one = LIST + "/" + person;
        Map<String, List<Call>> calls = ofLetters();
        calls.put("GET " + LIST, List.of(() -> browser.get(LIST), () -> browser.get(LIST + "?page=9")));
        calls.put("GET " + LIST + ".csv", List.of(() -> browser.get(LIST + ".csv")));
        calls.put(
                "GET " + LIST + "/ratios",
                List.of(() -> browser.get(LIST + "/ratios"), () -> browser.get(LIST + "/ratios?page=9")));
        calls.put("GET " + LIST + "/ratios.csv", List.of(() -> browser.get(LIST + "/ratios.csv")));
        calls.put("POST " + LIST + "/new", List.of(() -> browser.post(LIST + "/new", card())));
        calls.put("POST " + LIST + "/new/card", List.of(() -> browser.json(LIST + "/new/card", "{}")));
        calls.put("GET " + LIST + "/{id}", List.of(() -> browser.get(one)));
        calls.put(
                "GET " + LIST + "/{id}/{tab}",
                Stream.of("cards", "certification", "progress", "filing", "life", "benefits", "care-plans", "consent")
                        .map(tab -> (Call) () -> browser.get(one + "/" + tab))
                        .toList());
        calls.put("GET " + LIST + "/{id}/again", List.of(() -> browser.get(one + "/again")));
        calls.put("GET " + LIST + "/{id}/end", List.of(() -> browser.get(one + "/end")));
        calls.put("POST " + LIST + "/{id}/end", List.of(() -> browser.post(one + "/end", Map.of())));
        calls.put("GET " + LIST + "/{id}/consent/record", List.of(() -> browser.get(one + "/consent/record")));
        calls.put(
                "POST " + LIST + "/{id}/consent/record", List.of(() -> consent(one, "GRANT"), () -> consent(one, "")));
        String filing = "/filing/preventive-plan";
        calls.put("GET " + LIST + "/{id}/filing/{kind}", List.of(() -> browser.get(one + filing)));
        calls.put(
                "POST " + LIST + "/{id}/filing/{kind}",
                List.of(() -> browser.post(one + filing, Map.of()), () -> browser.post(one + filing, filing())));
        calls.put("GET " + LIST + "/{id}/filing/{kind}/end", List.of(() -> browser.get(one + filing + "/end")));
        calls.put(
                "POST " + LIST + "/{id}/filing/{kind}/end",
                List.of(
                        () -> browser.post(one + filing + "/end", Map.of()),
                        () -> browser.post(one + filing + "/end", Map.of("filingEndedOn", "20261120"))));
        calls.put("GET " + LIST + "/{id}/print/{form}", List.of(() -> browser.get(one + "/print/survey")));
        calls.put(
                "GET " + LIST + "/{id}/documents/{sha256}",
                List.of(() -> browser.get(one + "/documents/" + "0".repeat(64))));
        return calls;
    }

    private Map<String, List<Call>> ofLetters() {
        Map<String, List<Call>> calls = new HashMap<>();
        String letters = "/office/opinions";
        String letter = letters + "/00000000-0000-4000-8000-000000000000";
        calls.put("GET " + letters, List.of(() -> browser.get(letters)));
        calls.put("POST " + letters + "/new", List.of(() -> browser.post(letters + "/new", letter())));
        calls.put("GET " + letters + "/{id}", List.of(() -> browser.get(letter)));
        calls.put(
                "POST " + letters + "/import",
                List.of(() -> browser.file(
                        letters + "/import",
                        "letters.csv",
                        "insurerNumber,insuredNumber,requestedOn\n999999,9999999998,20261101\n".getBytes())));
        calls.put("GET " + letters + "/{id}/record.pdf", List.of(() -> browser.get(letter + "/record.pdf")));
        calls.put(
                "GET " + letters + "/{id}/claim/record.pdf", List.of(() -> browser.get(letter + "/claim/record.pdf")));
        calls.put(
                "POST " + letters + "/{id}/fill",
                List.of(() -> browser.post(letter + "/fill", Map.of("from", letter.substring(letters.length() + 1)))));
        calls.put("GET " + letters + "/{id}/earlier", List.of(() -> browser.get(letter + "/earlier")));
        calls.put(
                "POST " + letters + "/{id}/earlier",
                List.of(() -> browser.post(letter + "/earlier", Map.of("seen", "0"))));
        calls.put("GET " + letters + "/{id}/claim", List.of(() -> browser.get(letter + "/claim")));
        calls.put(
                "POST " + letters + "/{id}/claim",
                List.of(() -> browser.post(letter + "/claim", Map.of("send", "true", "form", "x", "seen", "0"))));
        calls.put(
                "POST " + letters + "/{id}/claim/cancel",
                List.of(() -> browser.post(letter + "/claim/cancel", Map.of("form", "x", "seen", "0"))));
        calls.put("GET " + letters + "/{id}/{step}", List.of(() -> browser.get(letter + "/1")));
        calls.put("POST " + letters + "/{id}/{step}", List.of(() -> browser.post(letter + "/1", Map.of("seen", "0"))));
        calls.put("POST " + letters + "/{id}/act", List.of(() -> browser.post(letter + "/act", Map.of("act", "SEND"))));
        return calls;
    }

    private Map<String, String> card() {
        return Map.of(
                "cardInsurer", insurer.value(), "cardInsured", "9999999998", "cardBirth", "S9.6.11", "cardSex", "1");
    }

    private static Map<String, String> letter() {
        return Map.of("letterInsurer", "999999", "letterInsured", "9999999998", "letterRequestedOn", "20261101");
    }

    private static Map<String, String> filing() {
        return Map.of("filingOffice", "4479901003", "filedOn", "20261120");
    }

    private HttpResponse<String> consent(String one, String answer) {
        return browser.post(
                one + "/consent/record",
                Map.of(
                        "answer",
                        answer,
                        "heardOn",
                        "20261120",
                        "readAloud",
                        "true",
                        "speaker",
                        "SELF",
                        "form",
                        answer));
    }
}
