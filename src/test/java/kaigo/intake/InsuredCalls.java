package kaigo.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;

/** The routes of 同意の取得状況, and of 被保険者の照会, for somebody who is insured there and for somebody who is not. */
record InsuredCalls(Browser browser, InsurerNumber insurer, String insured) {

    private static final String PATH = "/insured";

    Map<String, List<Call>> list() {
        String one = PATH + "/" + Handles.of(insurer, insured);
        String nobody = PATH + "/" + Handles.of(insurer, "9999999998");
        Map<String, List<Call>> calls = new HashMap<>();
        calls.put("GET " + PATH, List.of(() -> browser.get(found(insured)), () -> browser.get(found("だれもいない"))));
        calls.put("GET /consents/coverage", List.of(() -> browser.get("/consents/coverage")));
        calls.put("GET " + PATH + "/{id}", List.of(() -> browser.get(one), () -> browser.get(nobody)));
        calls.put(
                "GET " + PATH + "/{id}/{tab}",
                Stream.of("certification", "progress", "life", "benefits", "care-plans", "consent", "onlookers")
                        .flatMap(tab -> Stream.of(one, nobody).map(person -> person + "/" + tab))
                        .map(path -> (Call) () -> browser.get(path))
                        .toList());
        calls.put(
                "GET " + PATH + "/{id}/documents/{sha256}",
                Stream.of(one, nobody)
                        .map(person -> (Call) () -> browser.get(person + "/documents/" + "0".repeat(64)))
                        .toList());
        calls.put(
                "GET " + PATH + "/{id}/withdrawal",
                List.of(() -> browser.get(one + "/withdrawal"), () -> browser.get(nobody + "/withdrawal")));
        calls.put(
                "POST " + PATH + "/{id}/withdrawal",
                List.of(
                        () -> browser.post(one + "/withdrawal", withdrawal("令和8年11月20日")),
                        () -> browser.post(one + "/withdrawal", withdrawal("きのう"))));
        ofOutbox(calls);
        ofRequests(calls);
        return calls;
    }

    private void ofRequests(Map<String, List<Call>> calls) {
        String path = "/opinion-requests";
        calls.put("GET " + path, List.of(() -> browser.get(path), () -> browser.get(path + "?all=true")));
        calls.put(
                "POST " + path,
                List.of(() -> browser.post(path, paper("20261110")), () -> browser.post(path, paper("あした"))));
        calls.put("GET " + path + "/fees", List.of(() -> browser.get(path + "/fees")));
        calls.put(
                "POST " + path + "/fees",
                List.of(
                        () -> browser.post(path + "/fees", fees("20270401")),
                        () -> browser.post(path + "/fees", fees(""))));
        calls.put(
                "POST " + path + "/fees/remove",
                List.of(() ->
                        browser.post(path + "/fees/remove", Map.of("from", "20270401", "_csrf", browser.csrf()))));
    }

    private Map<String, String> paper(String requestedOn) {
        return Map.of(
                "paperInsured",
                "9999999998",
                "paperRequestedOn",
                requestedOn,
                "issuerKind",
                "1",
                "paperIssuer",
                "4419900016",
                "paperReceivedOn",
                "20261120",
                "_csrf",
                browser.csrf());
    }

    private Map<String, String> fees(String from) {
        return Map.of(
                "feesFrom",
                from,
                "fee11",
                "5500",
                "fee12",
                "4400",
                "fee21",
                "4400",
                "fee22",
                "3300",
                "_csrf",
                browser.csrf());
    }

    private void ofOutbox(Map<String, List<Call>> calls) {
        calls.put("GET /outbox", List.of(() -> browser.get("/outbox"), () -> browser.get("/outbox?only=RETURNED")));
        calls.put("GET /outbox/reception", List.of(() -> browser.get("/outbox/reception")));
        calls.put(
                "POST /outbox/reception",
                List.of(() -> browser.post(
                        "/outbox/reception", Map.of("interfaceId", "P04", "taken", "true", "_csrf", browser.csrf()))));
        calls.put(
                "POST /outbox/reception/digest",
                List.of(
                        () -> browser.post(
                                "/outbox/reception/digest", Map.of("digestAddress", "", "_csrf", browser.csrf())),
                        () -> browser.post(
                                "/outbox/reception/digest", Map.of("digestAddress", "x", "_csrf", browser.csrf()))));
        calls.put("GET /outbox/{number}", List.of(() -> browser.get("/outbox/999")));
        calls.put("GET /outbox/{number}/record.pdf", List.of(() -> browser.get("/outbox/999/record.pdf")));
        calls.put("GET /outbox/{number}/record.json", List.of(() -> browser.get("/outbox/999/record.json")));
        calls.put(
                "POST /outbox/file",
                List.of(() -> browser.post(
                        "/outbox/file", Map.of("interfaceId", "P05", "form", "CSV", "_csrf", browser.csrf()))));
        calls.put(
                "POST /outbox/{number}/answer",
                List.of(
                        () -> browser.post("/outbox/999/answer", Map.of("given", "RECEIVED", "_csrf", browser.csrf())),
                        () -> browser.post(
                                "/outbox/999/answer", Map.of("given", "RETURNED", "_csrf", browser.csrf()))));
    }

    private Map<String, String> withdrawal(String day) {
        return Map.of("heardOn", day, "speaker", "SELF", "form", "", "_csrf", browser.csrf());
    }

    /** Address of what a search finds. */
    private String found(String typed) {
        Map<String, String> form = Map.of("insuredSearch", typed, "insuredBirth", "", "_csrf", browser.csrf());
        String address = browser.post(PATH + "/search", form).uri().toString();
        return address.substring(address.indexOf(PATH));
    }
}
