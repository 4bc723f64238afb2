package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;

/** What the operator asks for: an explanation of a person who is there and of one who is not, a verification, another one. */
record OperatorCalls(InsurerNumber insurer, Browser operator, String person) {

    static OperatorCalls of(InsurerNumber insurer, String person) {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        return new OperatorCalls(insurer, Browser.as(AccountRole.OPERATORS, "unyo"), person);
    }

    Map<String, List<Call>> list() {
        return Map.of(
                "POST /operator/explain",
                List.of(() -> explain(person), () -> explain("9999999999")),
                "POST /operator/audit",
                List.of(this::verify, this::verify));
    }

    private HttpResponse<String> explain(String number) {
        return operator.post(
                "/operator/explain",
                Map.of(
                        "askedViewer",
                        "INSURED",
                        "personInsurer",
                        insurer.value(),
                        "personNumber",
                        number,
                        "askedKind",
                        "ALL",
                        "_csrf",
                        operator.csrf()));
    }

    private HttpResponse<String> verify() {
        return operator.post("/operator/audit", Map.of("_csrf", operator.csrf()));
    }
}
