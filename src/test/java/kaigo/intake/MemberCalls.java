package kaigo.intake;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleUsers;
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

    /** A wrong one, one that is too common, the same again. */
    List<Call> passwords() {
        Browser signedIn = SampleUsers.member(insurer);
        return List.of(
                () -> signedIn.changePassword("wrong", "tsuki-no-ura-no-mori"),
                () -> signedIn.changePassword(DemoAccounts.PASSWORD, "123456789012"),
                () -> signedIn.changePassword(DemoAccounts.PASSWORD, DemoAccounts.PASSWORD));
    }

    /** A wrong password, the right one. */
    List<Call> signIns() {
        Browser signedIn = SampleUsers.member(insurer);
        return List.of(() -> ending(signedIn, "wrong"), () -> ending(signedIn, DemoAccounts.PASSWORD));
    }

    private static HttpResponse<String> ending(Browser signedIn, String password) {
        return signedIn.post(
                "/account/sign-ins", Map.of("others", "true", "endingPassword", password, "_csrf", signedIn.csrf()));
    }

    private HttpResponse<String> code(String code) {
        browser.signIn(insurer.value(), "iin", DemoAccounts.PASSWORD);
        return browser.post("/sign-in/code", Map.of("code", code, "_csrf", browser.csrf()));
    }
}
