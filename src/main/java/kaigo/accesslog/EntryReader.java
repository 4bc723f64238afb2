package kaigo.accesslog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.PersonKey;
import kaigo.accesslog.rules.Actor;
import kaigo.accesslog.rules.Entry;
import kaigo.accesslog.rules.Entry.Said;
import kaigo.audit.AuditEvent;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of the audit stream as docs/audit-events.md describes it. What is not described there is left alone. */
final class EntryReader {

    private static final JsonMapper JSON = new JsonMapper();

    private EntryReader() {}

    /** @param asked the reader's persons in whose logs the row was found: of some it names only the list that holds them */
    static Entry read(Stored row, Set<PersonKey> asked) {
        JsonNode detail = JSON.readTree(row.detail());
        Set<PersonKey> persons = persons(row.insurer(), row.subjects());
        JsonNode named = detail.path("persons");
        if (named.isArray()) {
            named.forEach(one -> addPerson(persons, one.asString()));
        }
        String number = text(detail, "tried");
        Set<PersonKey> tried = persons(row.insurer(), number == null ? List.of() : List.of(number));
        int listed = named.isIntegralNumber() ? named.asInt() : 0;
        Set<PersonKey> inList = new LinkedHashSet<>(listed > 0 ? asked : Set.of());
        inList.removeAll(persons);
        return new Entry(
                row.place().at(),
                row.requestId(),
                AuditEvent.valueOf(row.event()),
                Actor.of(row.actor()),
                row.insurer(),
                persons,
                tried,
                listed,
                inList,
                said(row, detail));
    }

    private static Said said(Stored row, JsonNode detail) {
        Map<String, String> kinds = new LinkedHashMap<>();
        detail.path("kinds")
                .properties()
                .forEach(one -> kinds.put(one.getKey(), one.getValue().asString()));
        List<String> jobs = new ArrayList<>();
        detail.path("jobs").forEach(job -> jobs.add(job.asString()));
        return new Said(
                jobs,
                kinds,
                text(detail, "purpose"),
                text(detail, "answer"),
                text(detail, "act"),
                text(detail, "reason"),
                text(detail, "action"),
                account(row, detail),
                text(detail, "remote"));
    }

    /** Of an institution with its holder, as in {@code office:4400100014/cm}, else the login with the insurer's number. */
    private static @Nullable String account(Stored row, JsonNode detail) {
        String login = text(detail, "login");
        String institution = text(detail, "institution");
        if (institution != null) {
            return institution + "/" + (login == null ? "" : login);
        }
        return login == null || row.insurer() == null ? login : row.insurer() + "/" + login;
    }

    private static Set<PersonKey> persons(@Nullable String insurer, List<String> numbers) {
        Set<PersonKey> persons = new LinkedHashSet<>();
        numbers.forEach(number -> addPerson(persons, insurer + "/" + number));
        return persons;
    }

    /** A number without the form of one names nobody. */
    private static void addPerson(Set<PersonKey> persons, String text) {
        int slash = text.indexOf('/');
        String insurer = text.substring(0, Math.max(0, slash));
        String insured = text.substring(slash + 1);
        if (InsurerNumber.hasForm(insurer) && InsuredNumber.hasForm(insured)) {
            persons.add(new PersonKey(new InsurerNumber(insurer), InsuredNumber.of(insured)));
        }
    }

    private static @Nullable String text(JsonNode detail, String name) {
        JsonNode value = detail.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }
}
