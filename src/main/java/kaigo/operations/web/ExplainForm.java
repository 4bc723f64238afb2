package kaigo.operations.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.access.ExplainedViewer;
import kaigo.access.Explanations;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Job;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 判定の説明を求める用紙, as it was typed.
 *
 * @param errors by field
 */
public record ExplainForm(Map<String, String> typed, Map<String, String> errors) {

    private static final String ALL = "ALL";
    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,39}|KJ[0-9]{12}";

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "askedViewer",
            "viewerNumber",
            "viewerLogin",
            "viewerJob",
            "personInsurer",
            "personNumber",
            "askedKind",
            "askedOn");

    /** Of whom it is asked what they may see. */
    public enum Viewer {
        OFFICE,
        CLINIC,
        STAFF,
        MEMBER,
        OPERATOR,
        INSURED;

        boolean isInstitution() {
            return this == OFFICE || this == CLINIC;
        }
    }

    static ExplainForm empty() {
        return new ExplainForm(Map.of("askedViewer", Viewer.OFFICE.name()), Map.of());
    }

    static ExplainForm of(MultiValueMap<String, String> given) {
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(name -> typed.put(name, trimmed(given.getFirst(name))));
        ExplainForm form = new ExplainForm(typed, Map.of());
        return new ExplainForm(typed, form.check());
    }

    private static String trimmed(@Nullable String value) {
        return value == null ? "" : Text.trimBlank(value);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** As it stands in its field. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public Field field(String name) {
        Field field = switch (name) {
            case "personInsurer" -> Field.of(name, "number", 12);
            case "personNumber" -> Field.of(name, "number", 20);
            case "viewerNumber" -> Field.optional(name, "number", 20);
            case "viewerLogin" -> Field.optional(name, "text", 40);
            case "askedOn" -> Field.optional(name, "text", 20);
            default -> Field.of(name, "group", 0);
        };
        String why = errors.get(name);
        return why == null
                ? field.filled(value(name))
                : field.filled(value(name)).wrong(why);
    }

    public List<Field> all() {
        return FIELDS.stream().map(this::field).toList();
    }

    private Map<String, String> check() {
        Map<String, String> wrong = new TreeMap<>();
        checkViewer(wrong);
        if (!InsurerNumber.hasForm(narrow("personInsurer"))) {
            wrong.put("personInsurer", "form");
        }
        if (!InsuredNumber.hasForm(narrow("personNumber"))) {
            wrong.put("personNumber", "form");
        }
        if (kinds().isEmpty()) {
            wrong.put("askedKind", "form");
        }
        if (!value("askedOn").isEmpty() && JapaneseDates.parse(value("askedOn")).isEmpty()) {
            wrong.put("askedOn", "form");
        }
        wrong.replaceAll((field, why) -> ScreenText.text("explain.wrong." + field + "." + why));
        return wrong;
    }

    private void checkViewer(Map<String, String> wrong) {
        Viewer viewer = viewerKind().orElse(null);
        if (viewer == null) {
            wrong.put("askedViewer", "form");
            return;
        }
        String organisation = narrow("viewerNumber");
        switch (viewer) {
            case OFFICE, CLINIC -> {
                if (institution(viewer).isEmpty()) {
                    wrong.put("viewerNumber", viewer.name());
                }
            }
            case STAFF, MEMBER -> {
                if (!InsurerNumber.hasForm(organisation)) {
                    wrong.put("viewerNumber", "insurer");
                }
            }
            case OPERATOR, INSURED -> {
                if (!organisation.isEmpty()) {
                    wrong.put("viewerNumber", "none");
                }
            }
        }
        checkWho(viewer, wrong);
    }

    /** At an institution a login or a 職種; else a login, but of the person itself. */
    private void checkWho(Viewer viewer, Map<String, String> wrong) {
        String login = value("viewerLogin");
        boolean byJob = !value("viewerJob").isEmpty();
        if (byJob && (!viewer.isInstitution() || job().isEmpty())) {
            wrong.put("viewerJob", "institution");
        } else if (byJob && !login.isEmpty()) {
            wrong.put("viewerJob", "both");
        }
        if (viewer == Viewer.INSURED) {
            if (!login.isEmpty()) {
                wrong.put("viewerLogin", "none");
            }
        } else if (login.isEmpty() && !byJob) {
            wrong.put("viewerLogin", viewer.isInstitution() ? "orJob" : "missing");
        } else if (!login.isEmpty() && !login.matches(LOGIN)) {
            wrong.put("viewerLogin", "form");
        }
    }

    private String narrow(String name) {
        return Text.narrow(value(name));
    }

    private Optional<Viewer> viewerKind() {
        return Arrays.stream(Viewer.values())
                .filter(one -> one.name().equals(value("askedViewer")))
                .findFirst();
    }

    private Optional<Job> job() {
        return Arrays.stream(Job.values())
                .filter(one -> one.name().equals(value("viewerJob")))
                .findFirst();
    }

    private Optional<InstitutionId> institution(Viewer viewer) {
        return InstitutionId.find(
                viewer == Viewer.OFFICE ? InstitutionId.Kind.OFFICE : InstitutionId.Kind.CLINIC,
                narrow("viewerNumber"));
    }

    private Set<Kind> kinds() {
        Set<Kind> chosen = EnumSet.noneOf(Kind.class);
        Stream.of(Kind.values())
                .filter(one -> value("askedKind").equals(ALL) || one.name().equals(value("askedKind")))
                .forEach(chosen::add);
        return chosen;
    }

    /** Only of one that is not wrong. */
    Explanations.Asked asked(LocalDate today) {
        PersonKey person =
                new PersonKey(new InsurerNumber(narrow("personInsurer")), InsuredNumber.of(narrow("personNumber")));
        return new Explanations.Asked(
                viewer(), person, kinds(), JapaneseDates.parse(value("askedOn")).orElse(today));
    }

    private ExplainedViewer viewer() {
        Viewer viewer = viewerKind().orElseThrow();
        String login = value("viewerLogin");
        return switch (viewer) {
            case OFFICE, CLINIC -> {
                InstitutionId id = institution(viewer).orElseThrow();
                yield job().<ExplainedViewer>map(job -> new ExplainedViewer.Anybody(id, job))
                        .orElseGet(() -> new ExplainedViewer.Institution(id, login, null));
            }
            case STAFF -> new ExplainedViewer.Staff(new InsurerNumber(narrow("viewerNumber")), login);
            case MEMBER -> new ExplainedViewer.Member(new InsurerNumber(narrow("viewerNumber")), login);
            case OPERATOR -> new ExplainedViewer.Operator(login);
            case INSURED -> new ExplainedViewer.Insured(null);
        };
    }

    @Override
    public String toString() {
        return "ExplainForm[…]";
    }
}
