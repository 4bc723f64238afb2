package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.filing.rules.FilingKind;
import kaigo.outbox.rules.ReturnReason;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Provoked.Request;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The contract of what institutions send and the server say the same; every answer of every test is held against it besides. */
class SendingContractTest {

    private static final String OPINIONS = "/api/v1/opinions";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice facility = SampleOffice.facility(insurer);
    private final Provoked probe = new Provoked(insurer, facility);
    private final String filings = "/api/v1/users/" + Handles.of(insurer, "0000000001") + "/filings";

    @Test
    void what_is_listed_in_it_is_what_the_server_has() {
        assertThat(Provoked.texts(Contract.SENDING.at("/components/schemas/SendingFaultCode/enum")))
                .containsExactlyInAnyOrderElementsOf(ErrorCatalogue.sendingCodes());
        assertThat(Provoked.texts(Contract.SENDING.at("/components/schemas/FilingKind/enum")))
                .isEqualTo(
                        Arrays.stream(FilingKind.values()).map(FilingKind::path).toList());
        assertThat(Provoked.texts(Contract.SENDING.at("/components/schemas/ReturnReason/enum")))
                .isEqualTo(Arrays.stream(ReturnReason.values()).map(Enum::name).toList());
    }

    @Test
    void every_documented_answer_is_really_given() throws IOException {
        TestServer.start(insurer);
        String letter = begun();
        List<Request> requests = requests(letter);
        for (Request request : requests) {
            String there = request.path().startsWith(OPINIONS) ? letter : filings;
            String nowhere = request.path().startsWith(OPINIONS)
                    ? OPINIONS + "/00000000-0000-4000-8000-000000000000"
                    : "/api/v1/users/1/filings";
            probe.provoke(request, there, nowhere);
        }
        probe.send("GET", OPINIONS + "/x", "", Provoked.JSON);
        probe.send("GET", OPINIONS + "/x/claim", "", Provoked.JSON);
        Systems.without().get("/openapi/sending-v1.yaml");
        probe.sendTooMuch(requests);
        String token = "Bearer " + probe.tokens().get("accessToken").asString();
        Provoked.without("select on insured.viewing_facts", () -> probe.sendAll(requests, token));
        Provoked.without("select on opinion.letter", () -> probe.sendAll(requests, token));
        Provoked.without("select on identity.institution_account", () -> probe.sendAll(requests, token));
        assertThat(Contract.seen()).containsAll(Provoked.documented(Contract.SENDING));
    }

    private String begun() {
        Map<String, String> request =
                Map.of("insurerNumber", insurer.value(), "insuredNumber", "9000000001", "requestedOn", "20261110");
        return OPINIONS + "/"
                + OfficeSoftware.ok(OfficeSoftware.of(facility).post(OPINIONS, request))
                        .path("id")
                        .asString();
    }

    /** Of every operation. */
    private List<Request> requests(String letter) {
        Map<String, String> filing = Map.of("kind", "care-plan", "officeNumber", "4479901003", "filedOn", "20261120");
        Map<String, String> begun =
                Map.of("insurerNumber", insurer.value(), "insuredNumber", "9000000001", "requestedOn", "20261110");
        return List.of(
                new Request("GET", filings, ""),
                request("POST", filings, filing),
                request("POST", filings + "/care-plan/end", Map.of("endedOn", "20261120")),
                new Request("GET", OPINIONS, ""),
                request("POST", OPINIONS, begun),
                new Request("GET", letter, ""),
                request("PUT", letter + "/items", Map.of("saved", 0, "items", Map.of())),
                request("POST", letter + "/acts", Map.of("act", "CONFIRM", "saved", 0)),
                new Request("GET", letter + "/claim", ""),
                request("POST", letter + "/claim", Map.of("version", 0, "items", Map.of())),
                request("POST", letter + "/claim/cancel", Map.of("version", 0)));
    }

    private static Request request(String method, String path, Map<String, ?> body) {
        return new Request(method, path, new JsonMapper().writeValueAsString(body));
    }
}
