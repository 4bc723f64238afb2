package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.attack.RawHttp.Answer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.screens.Part;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;

/** One signed-in person of each kind, whose session is used by raw requests. */
final class People {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final InsurerNumber insurer;
    private final Map<Part, Session> sessions = new EnumMap<>(Part.class);

    /** A session's cookie and the token that its forms carry. */
    record Session(RawHttp http, String id, String csrf) {

        static Session of(RawHttp http, String id) {
            Matcher token = CSRF.matcher(
                    http.get("/sign-in", "Cookie", "JSESSIONID=" + id).body());
            assertThat(token.find()).isTrue();
            return new Session(http, id, token.group(1));
        }

        /** As a page of its own would send it. */
        Answer send(String method, String target, String body, String type) {
            return http.send(method, target, body, "Cookie", cookie(), "X-CSRF-TOKEN", csrf, "Content-Type", type);
        }

        Answer get(String target) {
            return http.get(target, "Cookie", cookie());
        }

        String cookie() {
            return "JSESSIONID=" + id;
        }
    }

    People(InsurerNumber insurer) {
        this.insurer = insurer;
    }

    Session of(Part part) {
        return sessions.computeIfAbsent(part, this::signIn);
    }

    private Session signIn(Part part) {
        DemoAccounts accounts = TestServer.bean(DemoAccounts.class);
        InsurerNumber federation = new InsurerNumber(insurer.value().substring(0, 2) + "0000");
        return switch (part) {
            case STAFF -> plain(Browser.of(insurer));
            case VENDOR -> {
                accounts.create(NewAccount.vendor(insurer, "vendor", "見本", TestServer.TODAY.plusDays(9)), "見本");
                yield plain(Browser.as(insurer, "vendor"));
            }
            case FEDERATION -> {
                accounts.create(NewAccount.of(federation, "kokuho", "見本"), "見本");
                yield plain(Browser.as(federation, "kokuho"));
            }
            case OPERATOR -> {
                accounts.create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
                yield plain(Browser.as(AccountRole.OPERATORS, "unyo"));
            }
            case MEMBER -> plain(SampleUsers.member(insurer));
            case INSURED -> plain(SampleUsers.insured(insurer));
            case INSTITUTION -> atOffice(SampleOffice.near(insurer), SampleOffice.LOGIN);
            case ADMINISTRATOR -> atOffice(SampleOffice.near(insurer).withAdministrator(), SampleOffice.ADMINISTRATOR);
            case OFFICE_USER -> atOffice(SampleOffice.near(insurer).withOfficeUser(), SampleOffice.OFFICE_USER);
        };
    }

    private static Session atOffice(SampleOffice office, String login) {
        return Session.of(
                RawHttp.tls(office.certificate), OfficeBrowser.as(office, login).session());
    }

    private static Session plain(Browser browser) {
        return Session.of(RawHttp.plain(), browser.session());
    }
}
