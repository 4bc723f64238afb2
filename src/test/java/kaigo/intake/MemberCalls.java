package kaigo.intake;

import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;

/** The second step of a committee member's sign-in. */
record MemberCalls(InsurerNumber insurer, String mail, Browser browser) {

    static MemberCalls of(InsurerNumber insurer) {
        String mail = "iin@" + insurer.value() + ".example";
        TestServer.bean(DemoAccounts.class).create(NewAccount.member(insurer, "iin", "見本　審美", mail), "見本");
        return new MemberCalls(insurer, mail, new Browser());
    }

    List<Call> list() {
        return List.of(
                () -> code("x"),
                () -> code(TestServer.mailsTo(mail).getLast().replaceAll("[^0-9]*([0-9]{6}).*", "$1")));
    }

    private java.net.http.HttpResponse<String> code(String code) {
        browser.signIn(insurer.value(), "iin", DemoAccounts.PASSWORD);
        return browser.post("/sign-in/code", Map.of("code", code, "_csrf", browser.csrf()));
    }
}
