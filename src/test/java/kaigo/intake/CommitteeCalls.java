package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.api.Systems;
import kaigo.committee.SampleMaterial;
import kaigo.documents.Pdfs;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;

/** The routes of 審査会資料, of a 委員 and of the municipality: of a set that is there and of one that is not. */
record CommitteeCalls(InsurerNumber insurer, Browser city, Browser member, SampleMaterial material) {

    private static final String ABSENT = "/00000000-0000-4000-8000-000000000000";

    static CommitteeCalls of(InsurerNumber insurer, Browser city) {
        Browser member = SampleUsers.member(insurer, "reader");
        return new CommitteeCalls(
                insurer, city, member, SampleMaterial.of(insurer, city).published("reader"));
    }

    Map<String, List<Call>> list() {
        Map<String, List<Call>> calls = new TreeMap<>(ofMunicipality());
        calls.putAll(ofSystem());
        String one = material.ofMember();
        String absent = "/committee" + ABSENT;
        calls.put("GET /committee", List.of(() -> member.get("/committee")));
        calls.put("GET /committee/{id}", List.of(() -> member.get(one), () -> member.get(absent)));
        calls.put(
                "GET /committee/{id}/pages/{page}",
                List.of(() -> member.get(one + "/pages/1"), () -> member.get(one + "/pages/99")));
        calls.put(
                "GET /committee/{id}/pages/{page}/picture",
                List.of(() -> member.get(one + "/pages/1/picture"), () -> member.get(absent + "/pages/1/picture")));
        calls.put(
                "GET /committee/{id}/pdf", List.of(() -> member.get(one + "/pdf"), () -> member.get(absent + "/pdf")));
        calls.put("POST /committee/{id}/notes", List.of(() -> note("1", "x"), () -> note("9", "x")));
        calls.put("POST /committee/{id}/levels", List.of(() -> level("CARE_1"), () -> level("")));
        return calls;
    }

    private Map<String, List<Call>> ofSystem() {
        Systems system = Systems.of(insurer);
        String route = "/v1/insurers/{insurerNumber}/committee-materials/{materialNo}";
        String none = "/v1/insurers/" + insurer.value() + "/committee-materials/none";
        String reason = "{\"reason\":\"x\"}";
        return Map.of(
                "GET " + route,
                List.of(() -> system.get(none)),
                "POST " + route + "/recall",
                List.of(() -> system.send("POST", none + "/recall", "application/json", reason)));
    }

    private Map<String, List<Call>> ofMunicipality() {
        String path = "/committee-material";
        String one = material.ofMunicipality();
        String form = path + "/new/" + "0".repeat(64);
        return Map.of(
                "GET " + path,
                List.of(() -> city.get(path)),
                "GET " + path + "/{id}",
                List.of(() -> city.get(one), () -> city.get(path + ABSENT)),
                "POST " + path + "/new",
                List.of(() -> material.upload("/new", Pdfs.plain(1, "one entry"))),
                "POST " + path + "/{id}/replace",
                List.of(() -> material.upload(ABSENT + "/replace", Pdfs.plain(1, "another"))),
                "GET " + path + "/new/{sha256}",
                List.of(() -> city.get(form)),
                "GET " + path + "/{id}/replace/{sha256}",
                List.of(() -> city.get(path + ABSENT + "/replace/" + "0".repeat(64))),
                "POST " + path + "/new/{sha256}",
                List.of(() -> city.post(form, Map.of("_csrf", city.csrf())), () -> material.publishAgain()),
                "POST " + path + "/{id}/replace/{sha256}",
                List.of(() -> city.post(path + ABSENT + "/replace/" + "0".repeat(64), Map.of("_csrf", city.csrf()))),
                "POST " + path + "/{id}/recall",
                List.of(() -> recall(one, "誤り"), () -> recall(path + ABSENT, "誤り")));
    }

    private HttpResponse<String> recall(String one, String reason) {
        return city.post(one + "/recall", Map.of("recallReason", reason, "_csrf", city.csrf()));
    }

    private HttpResponse<String> note(String caseId, String words) {
        return member.post(
                material.ofMember() + "/notes",
                Map.of("page", "1", "caseId", caseId, "casePage", "1", "words", words, "_csrf", member.csrf()));
    }

    private HttpResponse<String> level(String level) {
        return member.post(
                material.ofMember() + "/levels",
                Map.of("caseId", "1", "level", level, "reason", "", "_csrf", member.csrf()));
    }
}
