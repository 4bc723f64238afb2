package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kaigo.Browser;
import kaigo.Routes;
import kaigo.SampleOffice;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.screens.Part;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Every route of the server × every kind of user who signs in by browser. A new route has to be declared here. */
class RouteRightsTest {

    private static final Set<Part> MUNICIPALITY = Set.of(Part.STAFF, Part.VENDOR);
    private static final Set<Part> OF_AN_INSTITUTION = Set.of(Part.INSTITUTION, Part.ADMINISTRATOR, Part.OFFICE_USER);
    private static final Set<Part> NOBODY = Set.of();
    private static final Set<Part> WITHOUT_CERTIFICATE =
            Set.of(Part.STAFF, Part.VENDOR, Part.FEDERATION, Part.OPERATOR, Part.MEMBER);

    /** The first that fits counts. Routes of the two APIs are for no browser, but those that ask for a certificate only. */
    private static final List<Right> RIGHTS = List.of(
            new Right("/v1/", NOBODY),
            new Right("/api/v1/auth/login", OF_AN_INSTITUTION),
            new Right("/api/v1/auth/refresh", OF_AN_INSTITUTION),
            new Right("/api/v1/", NOBODY),
            new Right("/cases", Set.of(Part.STAFF)),
            new Right("/insured", Set.of(Part.STAFF)),
            new Right("/outbox", Set.of(Part.STAFF)),
            new Right("/opinion-requests", Set.of(Part.STAFF)),
            new Right("/records", Set.of(Part.STAFF)),
            new Right("/consents", Set.of(Part.STAFF)),
            new Right("/access-log", Set.of(Part.STAFF)),
            new Right("/day", MUNICIPALITY),
            new Right("/files", MUNICIPALITY),
            new Right("/upload", MUNICIPALITY),
            new Right("/reconciliation", MUNICIPALITY),
            new Right("/setup", MUNICIPALITY),
            new Right("/claims", Set.of(Part.FEDERATION)),
            new Right("/operator", Set.of(Part.OPERATOR)),
            new Right("/committee-material", Set.of(Part.STAFF)),
            new Right("/committee", Set.of(Part.MEMBER)),
            new Right("/account", WITHOUT_CERTIFICATE),
            new Right("/office/check", Set.of(Part.values())),
            new Right("/office/sign-in", OF_AN_INSTITUTION),
            new Right("/office/certificate", OF_AN_INSTITUTION),
            new Right("/office/staff", Set.of(Part.ADMINISTRATOR)),
            new Right("/office/log", Set.of(Part.ADMINISTRATOR)),
            new Right("/office/first-administrator", Set.of(Part.OFFICE_USER)),
            new Right("/office/account", OF_AN_INSTITUTION),
            new Right("/office/kept", OF_AN_INSTITUTION),
            new Right("/office/unsent", OF_AN_INSTITUTION),
            new Right("/office", Set.of(Part.INSTITUTION, Part.ADMINISTRATOR)),
            new Right("/my/sign-in", Set.of(Part.values())),
            new Right("/my", Set.of(Part.INSURED)),
            new Right("/sign-in", Set.of(Part.values())),
            new Right("/error", Set.of(Part.values())),
            new Right("/interfaces", Set.of(Part.values())),
            new Right("/no-script", Set.of(Part.values())),
            new Right("/openapi", Set.of(Part.values())),
            new Right("/demo", Set.of(Part.values())));

    /** Doors, which answer 401 to whoever knocks wrongly, or show the first step to whoever comes to the second. */
    private static final Set<String> DOORS = Set.of(
            "POST /office/sign-in",
            "GET /office/sign-in/code",
            "POST /office/sign-in/code",
            "GET /office/certificate",
            "POST /sign-in/refused",
            "GET /sign-in/code",
            "POST /sign-in/code");

    /** Whose routes are those below a path. */
    private record Right(String below, Set<Part> parts) {
        boolean fits(String path) {
            return path.startsWith(below);
        }
    }

    /** Somebody who is signed in. */
    interface User {
        HttpResponse<String> send(String method, String path);
    }

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void every_route_opens_to_whom_it_is_declared_for_and_to_nobody_else() {
        Map<Part, User> users = users();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String route : routes()) {
            String method = route.substring(0, route.indexOf(' '));
            String path = route.substring(route.indexOf(' ') + 1);
            for (Part part : Part.values()) {
                boolean may = mayOpen(part, path);
                String tried = path.replaceAll("\\{[^}]+}", "9000000001");
                HttpResponse<String> answer = users.get(part).send(method, tried);
                if (isOpen(answer) != may && !isAbsent(answer) && !DOORS.contains(route)) {
                    wrong.add(route + " " + part + " " + answer.statusCode() + " "
                            + answer.uri().getPath());
                }
                asked++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(60 * Part.values().length);
    }

    @Test
    void who_is_not_signed_in_gets_no_further_than_the_door() {
        Browser nobody = new Browser();
        for (String route : routes()) {
            String path = route.substring(route.indexOf(' ') + 1);
            if (!mayOpen(Part.FEDERATION, path) || path.startsWith("/claims")) {
                HttpResponse<String> answer = nobody.get(path.replaceAll("\\{[^}]+}", "9000000001"));
                assertThat(isOpen(answer) && !isAbsent(answer)).as(path).isFalse();
            }
        }
    }

    private static boolean mayOpen(Part part, String path) {
        if (path.equals("/")) {
            return MUNICIPALITY.contains(part);
        }
        return RIGHTS.stream()
                .filter(right -> right.fits(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("whose is " + path + "?"))
                .parts()
                .contains(part);
    }

    /** {@code METHOD path}; one that takes any method is asked by GET. */
    private static Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        Routes.all()
                .forEach(mapping -> mapping.getPatternValues().forEach(path -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    if (methods.isEmpty()) {
                        routes.add("GET " + path);
                    }
                    methods.forEach(method -> routes.add(method + " " + path));
                }));
        return routes;
    }

    /** Neither refused nor sent to a door. */
    static boolean isOpen(HttpResponse<String> answer) {
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
        boolean atTheDoor = answer.uri().getPath().endsWith("/sign-in")
                && answer.previousResponse().isPresent();
        return !refused && !atTheDoor;
    }

    /** No such record, or no such thing: looks the same for everybody. */
    private static boolean isAbsent(HttpResponse<String> answer) {
        return answer.statusCode() == 404 || answer.statusCode() == 405;
    }

    Map<Part, User> users() {
        DemoAccounts accounts = TestServer.bean(DemoAccounts.class);
        InsurerNumber federation = new InsurerNumber(insurer.value().substring(0, 2) + "0000");
        InsurerNumber operators = kaigo.shared.AccountRole.OPERATORS;
        accounts.create(NewAccount.vendor(insurer, "vendor", "見本", TestServer.TODAY.plusDays(9)), "見本");
        accounts.create(NewAccount.of(federation, "kokuho", "見本"), "見本");
        accounts.create(NewAccount.of(operators, "unyo", "見本"), "見本");
        Map<Part, User> users = new EnumMap<>(Part.class);
        users.put(Part.STAFF, user(Browser.of(insurer)));
        users.put(Part.VENDOR, user(Browser.as(insurer, "vendor")));
        users.put(Part.FEDERATION, user(Browser.as(federation, "kokuho")));
        users.put(Part.OPERATOR, user(Browser.as(operators, "unyo")));
        users.put(Part.MEMBER, user(SampleUsers.member(insurer)));
        users.put(Part.INSURED, user(SampleUsers.insured(insurer)));
        SampleOffice office = SampleOffice.near(insurer).withAdministrator().withOfficeUser();
        users.put(Part.INSTITUTION, user(OfficeBrowser.of(office)));
        users.put(Part.ADMINISTRATOR, user(OfficeBrowser.as(office, SampleOffice.ADMINISTRATOR)));
        users.put(Part.OFFICE_USER, user(OfficeBrowser.as(office, SampleOffice.OFFICE_USER)));
        return users;
    }

    private static User user(OfficeBrowser office) {
        return (method, path) -> method.equals("GET") ? office.get(path) : office.post(path, Map.of());
    }

    /** With the session's token, as a page of its own would send it. */
    private static User user(Browser browser) {
        return (method, path) -> browser.send(browser.request(path)
                .header("X-CSRF-TOKEN", browser.csrf())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.noBody()));
    }
}
