package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kaigo.Routes;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** One route of the server and every field by which something gets into it, from the server's own mapping. */
record Target(String method, String path, List<Entry> entries) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What the security filters take before any controller. */
    private static final List<Target> OF_FILTERS = List.of(
            of("POST", "/sign-in", "insurer", "login", "password"),
            of("POST", "/sign-out", "any"),
            of("GET", "/my/sign-in/back/kiban", "code", "state", "error", "own"));

    private static final List<String> STAFF =
            List.of("login", "displayName", "mail", "jobs", "careManager", "role", "seen", "form", "presentPassword");

    private static final List<String> SIGN_INS = List.of("session", "others", "endingPassword");

    /** Forms that are read whole: what is in them stands in no signature. */
    private static final List<String> HEARD =
            List.of("answer", "heardOn", "readAloud", "speaker", "relation", "unconfirmedReason", "form");

    private static final List<String> CLAIMED =
            List.of("form", "seen", "send", "place", "turn", "opinionFee", "tax", "writtenOn", "sentOn", "remarks");
    private static final List<String> FILED = List.of(
            "filingOffice",
            "filingDelegate",
            "filedOn",
            "oldDay",
            "filingChangedOn",
            "filingReason",
            "toldName",
            "toldKana",
            "toldBirth",
            "toldSex",
            "filingEndedOn",
            "form");

    private static final List<String> PUBLISHED = List.of(
            "pages",
            "more",
            "panelNo",
            "plannedOn",
            "plannedTime",
            "viewing",
            "openFromOn",
            "openFromTime",
            "openToOn",
            "openToTime",
            "members",
            "chair",
            "changeRemark",
            "caseOrder",
            "caseInsurer",
            "caseInsured",
            "caseHistory",
            "caseStart",
            "caseMark");

    private static final Map<String, List<String>> WHOLE_FORMS = Map.ofEntries(
            Map.entry("/office/staff/new", STAFF),
            Map.entry("/office/staff/accounts/{login}", STAFF),
            Map.entry("/office/first-administrator", STAFF),
            Map.entry("/account/sign-ins", SIGN_INS),
            Map.entry("/office/account/sign-ins", SIGN_INS),
            Map.entry(
                    "/operator/explain",
                    List.of(
                            "askedViewer",
                            "viewerNumber",
                            "viewerLogin",
                            "viewerJob",
                            "personInsurer",
                            "personNumber",
                            "askedKind",
                            "askedOn")),
            Map.entry("/office/users/new", List.of("cardInsurer", "cardInsured", "cardBirth", "cardSex", "cardKana")),
            Map.entry("/office/users/{id}/consent/record", HEARD),
            Map.entry("/office/opinions/{id}/{step}", List.of("seen", "next", "name", "enteredOn", "remarks")),
            Map.entry("/office/opinions/{id}/claim", CLAIMED),
            Map.entry("/office/opinions/{id}/claim/cancel", List.of("form", "seen")),
            Map.entry("/opinion-requests/fees", List.of("feesFrom", "fee11", "feesNewAfterYears", "bound-urinePoints")),
            Map.entry("/committee-material/new/{sha256}", PUBLISHED),
            Map.entry("/committee-material/{id}/replace/{sha256}", PUBLISHED),
            Map.entry("/office/users/{id}/filing/{kind}", FILED),
            Map.entry("/office/users/{id}/filing/{kind}/end", FILED),
            Map.entry("/insured/{id}/withdrawal", HEARD));

    enum Way {
        PATH,
        QUERY,
        JSON,
        BODY,
        HEADER
    }

    record Entry(Way way, String name) {}

    static List<Target> all() {
        List<Target> all = new ArrayList<>(OF_FILTERS);
        Routes.handlers().forEach((route, handler) -> all.addAll(of(route, handler)));
        all.sort((one, other) -> one.toString().compareTo(other.toString()));
        return all;
    }

    private static Target of(String method, String path, String... fields) {
        return new Target(
                method,
                path,
                Arrays.stream(fields).map(name -> new Entry(Way.QUERY, name)).toList());
    }

    private static List<Target> of(RequestMappingInfo route, HandlerMethod handler) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(Enum::name).toList();
        return route.getPatternValues().stream()
                .flatMap(path -> names.stream().map(method -> new Target(method, path, entries(path, handler))))
                .toList();
    }

    private static List<Entry> entries(String path, HandlerMethod handler) {
        List<Entry> found = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            found.add(new Entry(Way.PATH, variable.group(1)));
        }
        Arrays.stream(handler.getMethod().getParameters())
                .flatMap(parameter -> entries(path, parameter))
                .forEach(found::add);
        return found;
    }

    private static Stream<Entry> entries(String path, Parameter parameter) {
        if (parameter.getType() == MultiValueMap.class) {
            List<String> fields = WHOLE_FORMS.get(path);
            assertThat(fields).as("the fields of the form at " + path).isNotNull();
            return fields.stream().map(name -> new Entry(Way.QUERY, name));
        }
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (asked != null) {
            String given = Stream.of(asked.name(), asked.value())
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse(parameter.getName());
            return Stream.of(new Entry(Way.QUERY, given));
        }
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        if (header != null) {
            return Stream.of(new Entry(Way.HEADER, header.value()))
                    .filter(one -> !one.name().equals("Authorization"));
        }
        boolean body = parameter.isAnnotationPresent(RequestBody.class);
        boolean ofTheServer = parameter.getType().getName().matches("kaigo\\.shared\\..*|.*\\$Client");
        if (!ofTheServer && parameter.getType().isRecord() && (body || parameter.getAnnotations().length == 0)) {
            return Arrays.stream(parameter.getType().getRecordComponents())
                    .map(part -> new Entry(body ? Way.JSON : Way.QUERY, part.getName()));
        }
        boolean stream = parameter.getType() == java.io.InputStream.class;
        return (body || stream) && !parameter.isAnnotationPresent(PathVariable.class)
                ? Stream.of(new Entry(Way.BODY, "body"))
                : Stream.empty();
    }

    /** The path with a value for each variable. */
    String filled(Map<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Optional.ofNullable(values.get(found.group(1))).orElse("1")));
    }

    boolean isOfSystems() {
        return path.startsWith("/v1/");
    }

    boolean isOfOffices() {
        return path.startsWith("/api/v1/");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
