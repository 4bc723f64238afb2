package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;

/** The routes of 閲覧の記録, and of the list 「申請書のなしで終わった同意」. */
record LogCalls(InsurerNumber insurer, Browser staff, String person) {

    Map<String, List<Call>> list() {
        OfficeBrowser boss = OfficeBrowser.of(SampleOffice.near(insurer).administered());
        OfficeBrowser colleague = OfficeBrowser.of(SampleOffice.second(insurer));
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        return Map.of(
                "GET /office/log",
                List.of(() -> boss.get("/office/log"), () -> colleague.get("/office/log")),
                "GET /office/log.csv",
                List.of(() -> boss.get("/office/log.csv"), () -> colleague.get("/office/log.csv")),
                "GET /access-log",
                List.of(
                        () -> staff.get("/access-log"),
                        () -> staff.get("/access-log?person=" + Handles.of(insurer, person))),
                "GET /consents/ended",
                List.of(() -> staff.get("/consents/ended")),
                "GET /access-log.csv",
                List.of(() -> staff.get("/access-log.csv")),
                "POST /access-log/inquiries",
                List.of(() -> mark("令8-1"), () -> mark("")),
                "POST /access-log/inquiries/end",
                List.of(() -> end("1"), () -> end("9")),
                "GET /operator/log",
                List.of(() -> operator.get("/operator/log")),
                "GET /operator/log.csv",
                List.of(() -> operator.get("/operator/log.csv?organisation=" + insurer.value())));
    }

    private HttpResponse<String> mark(String reference) {
        return staff.post(
                "/access-log/inquiries",
                Map.of(
                        "person",
                        person,
                        "coversFrom",
                        "20261120",
                        "endsOn",
                        "20261220",
                        "reference",
                        reference,
                        "_csrf",
                        staff.csrf()));
    }

    private HttpResponse<String> end(String mark) {
        return staff.post("/access-log/inquiries/end", Map.of("person", person, "mark", mark, "_csrf", staff.csrf()));
    }
}
