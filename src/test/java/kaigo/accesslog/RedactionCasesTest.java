package kaigo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kaigo.access.PersonKey;
import kaigo.accesslog.rules.Circumstances;
import kaigo.accesslog.rules.Inquiry;
import kaigo.accesslog.rules.Line;
import kaigo.accesslog.rules.Reader;
import kaigo.accesslog.rules.Redaction;
import kaigo.audit.AuditEvent;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event × who did it × about whom × what is to be considered × who reads: nothing of a third party is in what is shown.
 * What may not be there is said here in other words than the rule's.
 */
class RedactionCasesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final PersonKey SELF = person("442012", "1111111101");
    private static final PersonKey SELF_BEFORE = person("452011", "2222222201");
    private static final PersonKey NEIGHBOUR = person("442012", "3333333301");
    private static final PersonKey FAR = person("452011", "4444444401");
    private static final String OFFICE = "4400100014";
    private static final String OTHER_OFFICE = "4400100022";
    private static final String CLINIC = "4410100011";

    private static final String REMOTE = "198.51.100.77";

    private static final List<Reader> READERS = List.of(
            new Reader.Self(Set.of(SELF, SELF_BEFORE), false),
            new Reader.Self(Set.of(SELF, SELF_BEFORE), true),
            new Reader.Municipality(new InsurerNumber("442012")),
            new Reader.Institution(InstitutionId.office(OFFICE)),
            new Reader.Operator());

    /** Each with a login that no other has. */
    private static final List<String> ACTORS = List.of(
            "staff:442012/staff-here",
            "staff:452011/staff-there",
            "vendor:442012/vendor-here",
            "system:442012/system-here",
            "member:442012/member-here",
            "federation:440000/federation",
            "office:" + OFFICE + "/cm-own",
            "office:" + OTHER_OFFICE + "/cm-other",
            "clinic:" + CLINIC + "/doctor-other",
            "insured:442012/1111111101",
            "insured:442012/3333333301",
            "operator:unyo-person",
            "operator",
            "job:load",
            "unknown");

    /** About whom: named by the entry, by a list in it, by a list that it points to, or only tried. */
    private enum About {
        NOBODY,
        SELF_ONLY,
        NEIGHBOUR_ONLY,
        BOTH,
        BOTH_INSURERS,
        IN_A_LIST,
        TRIED,
        TRIED_NEIGHBOUR
    }

    private static final List<Circumstances> AROUND = List.of(
            Circumstances.NONE,
            new Circumstances(Set.of(SELF), List.of()),
            new Circumstances(Set.of(), List.of(new Inquiry(SELF, DAY.minusDays(1), DAY))),
            new Circumstances(Set.of(SELF_BEFORE), List.of(new Inquiry(SELF, DAY, DAY.plusDays(9)))));

    private record Case(
            Reader reader, AuditEvent event, String actor, About about, Circumstances around, String purpose) {

        Optional<Line> shown() {
            Set<PersonKey> asked = about == About.IN_A_LIST ? Set.of(SELF) : Set.of();
            return new Redaction(reader, around).show(EntryReader.read(stored(), asked));
        }

        private Stored stored() {
            Map<String, Object> detail = new TreeMap<>(Map.of(
                    "jobs", List.of("CARE_MANAGER"),
                    "kinds", Map.of("CARD", "VERIFIED", "LIFE", "CONSENT_MISSING"),
                    "purpose", purpose,
                    "answer", "NOT_AGREED",
                    "act", "WITHDRAW",
                    "reason", "wrong password",
                    "remote", REMOTE,
                    // What no entry holds today, and none may ever show.
                    "spoke", "relative-daughter",
                    "name", "name-of-somebody"));
            List<String> subjects = List.of();
            switch (about) {
                case NOBODY -> {}
                case SELF_ONLY -> subjects = List.of("1111111101");
                case NEIGHBOUR_ONLY -> subjects = List.of("3333333301");
                case BOTH -> subjects = List.of("1111111101", "3333333301");
                case BOTH_INSURERS -> detail.put("persons", List.of("442012/1111111101", "452011/4444444401"));
                case IN_A_LIST -> detail.putAll(Map.of("list", "442012-20261120-000001", "persons", 70_000));
                case TRIED -> detail.put("tried", "1111111101");
                case TRIED_NEIGHBOUR -> detail.put("tried", "3333333301");
            }
            String insurer = about == About.BOTH_INSURERS ? null : "442012";
            return new Stored(
                    new Place(AT, (short) 1, 1),
                    "request-1",
                    event.name(),
                    actor,
                    insurer,
                    subjects,
                    JSON.writeValueAsString(detail));
        }

        boolean concernsSelf() {
            return about == About.SELF_ONLY
                    || about == About.BOTH
                    || about == About.BOTH_INSURERS
                    || about == About.IN_A_LIST;
        }

        boolean isTry() {
            return about == About.TRIED || about == About.TRIED_NEIGHBOUR;
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Reader reader : READERS) {
            for (AuditEvent event : AuditEvent.values()) {
                for (String actor : ACTORS) {
                    for (About about : About.values()) {
                        for (Circumstances around : AROUND) {
                            for (String purpose : List.of("READ_REGISTERED", "OPEN_INQUIRY")) {
                                cases.add(new Case(reader, event, actor, about, around, purpose));
                            }
                        }
                    }
                }
            }
        }
        return cases;
    }

    @Test
    void no_case_tells_of_a_third_party() {
        List<Case> cases = cases();
        int shown = 0;
        List<String> leaks = new ArrayList<>();
        for (Case one : cases) {
            Optional<Line> line = one.shown();
            shown += line.isPresent() ? 1 : 0;
            for (String secret : line.isPresent() ? secrets(one) : List.<String>of()) {
                if (line.get().toString().contains(secret)) {
                    leaks.add(secret + " in " + line.get() + " of " + one);
                }
            }
            if (line.isPresent() && !mayStand(one)) {
                leaks.add("should not stand at all: " + one);
            }
        }
        System.out.println("redaction: " + cases.size() + " cases, " + shown + " shown");
        assertThat(leaks).isEmpty();
        assertThat(cases).hasSizeGreaterThan(10_000);
        assertThat(shown).as("a rule that hides everything leaks nothing").isGreaterThan(cases.size() / 10);
    }

    /** What no line of this case may contain. */
    private static List<String> secrets(Case one) {
        List<String> secrets = new ArrayList<>(List.of("relative-daughter", "name-of-somebody"));
        if (!(one.reader() instanceof Reader.Operator)) {
            secrets.add(REMOTE);
        }
        switch (one.reader()) {
            case Reader.Self self -> {
                ACTORS.stream()
                        .filter(actor -> !actor.startsWith("insured"))
                        .forEach(actor -> secrets.add(login(actor)));
                secrets.add("unyo-person");
                secrets.addAll(List.of("3333333301", "4444444401", "CONSENT_MISSING", "NOT_AGREED", "wrong password"));
                if (self.byProxy()) {
                    secrets.add("WITHDRAW");
                }
                if (self.byProxy()
                        && one.concernsSelf()
                        && one.around().underProtection().contains(SELF)) {
                    secrets.addAll(List.of(OFFICE, OTHER_OFFICE, CLINIC, "CARE_MANAGER"));
                }
            }
            case Reader.Municipality its -> {
                secrets.addAll(
                        List.of("2222222201", "4444444401", "staff-there", "cm-own", "cm-other", "doctor-other"));
                secrets.add("unyo-person");
            }
            case Reader.Institution its ->
                secrets.addAll(List.of(OTHER_OFFICE, CLINIC, "staff-here", "staff-there", "cm-other", "doctor-other"));
            case Reader.Operator operator ->
                secrets.addAll(
                        List.of("1111111101", "2222222201", "3333333301", "4444444401", "OPEN_INQUIRY", "WITHDRAW"));
        }
        secrets.removeIf(String::isEmpty);
        return secrets;
    }

    private static boolean mayStand(Case one) {
        boolean signIn = one.event()
                .name()
                .matches("SIGN.*|TOKEN_REFRESHED|CODE_SENT|PASSKEY.*|PASSWORD_CHANGED|WAY_IN_CHECKED");
        return switch (one.reader()) {
            case Reader.Self self -> {
                boolean ownDoing = one.actor().equals("insured:442012/1111111101") && !self.byProxy();
                boolean underInquiry = one.actor().equals("staff:442012/staff-here")
                        && !one.around().inquiries().isEmpty();
                boolean look = !signIn
                        && one.concernsSelf()
                        && !one.isTry()
                        && !Set.of("LOG_LOOKED", "JOB_RAN", "OPERATOR_ACTED", "STAFF_CHANGED")
                                .contains(one.event().name());
                yield (signIn || one.event() == AuditEvent.LOG_LOOKED) ? ownDoing : look && !underInquiry;
            }
            case Reader.Municipality its ->
                signIn
                        ? one.actor().contains(":442012/") && !one.actor().startsWith("insured")
                        : one.event() != AuditEvent.LOG_LOOKED && one.event() != AuditEvent.JOB_RAN;
            case Reader.Institution its -> one.actor().startsWith("office:" + OFFICE);
            case Reader.Operator operator -> true;
        };
    }

    private static String login(String actor) {
        return actor.contains("/") ? actor.substring(actor.indexOf('/') + 1) : "";
    }

    private static PersonKey person(String insurer, String number) {
        return new PersonKey(new InsurerNumber(insurer), InsuredNumber.of(number));
    }
}
