package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import kaigo.SampleOffice;
import kaigo.attack.RawHttp.Answer;
import kaigo.attack.Target.Way;
import kaigo.intake.Loads;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Fields that nobody asked for: of rights, of other institutions, of other insurers. */
class MassAssignmentTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, String> MORE = new TreeMap<>(Map.ofEntries(
            Map.entry("administrator", "true"),
            Map.entry("admin", "true"),
            Map.entry("active", "true"),
            Map.entry("role", "OPERATOR"),
            Map.entry("roles", "OPERATOR"),
            Map.entry("jobs", Job.DOCTOR.name()),
            Map.entry("class.module.classLoader.resources.context.parent.pipeline.first.pattern", "x"),
            Map.entry("viewer.insurer", "999999"),
            Map.entry("principal", "x"),
            Map.entry("viewableUntil", "2099-12-31"),
            Map.entry("startedOn", "2020-01-01"),
            Map.entry("demo", "true")));

    private final Attackers attackers = new Attackers();

    @Test
    void at_no_route_a_field_that_is_not_asked_for_changes_anything_of_accounts_and_insurers() {
        SampleOffice other = SampleOffice.second(attackers.insurer);
        attackers.everybody();
        Map<String, String> before = state();
        for (Target target : Target.all()) {
            if (target.method().equals("GET") || target.path().equals("/sign-out")) {
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>(MORE);
            fields.put("institution", other.id.holder());
            fields.put("officeNumber", other.id.number());
            target.entries().stream()
                    .filter(one -> one.way() == Way.QUERY || one.way() == Way.JSON)
                    .forEach(one -> fields.putIfAbsent(one.name(), "1"));
            Answer answer = send(target, fields);
            assertThat(answer.status()).as(target.toString()).isLessThan(500);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whoever_signs_in_as_another_institution_is_still_of_its_own() {
        SampleOffice other = SampleOffice.second(attackers.insurer);
        RawHttp http = RawHttp.tls(attackers.office.certificate);
        String body = JSON.writeValueAsString(Map.of(
                "userId",
                SampleOffice.LOGIN,
                "password",
                SampleOffice.PASSWORD,
                "institution",
                other.id.holder(),
                "officeNumber",
                other.id.number(),
                "administrator",
                true));
        Answer answer = http.send("POST", "/api/v1/auth/login", body, "Content-Type", "application/json");
        if (answer.status() == 400) {
            return;
        }
        String token = JSON.readTree(answer.body()).at("/data/accessToken").asString();
        assertThat(http.get("/api/v1/auth/me", "Authorization", "Bearer " + token)
                        .body())
                .contains(attackers.office.id.number())
                .doesNotContain(other.id.number());
    }

    /** Twice the same field: one of the two counts, at the door as behind it. */
    @Test
    void a_field_that_comes_twice_has_one_meaning() {
        RawHttp http = RawHttp.tls(attackers.office.certificate);
        String body = "{\"userId\":\"nobody\",\"userId\":\"%s\",\"password\":\"%s\"}"
                .formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        Answer answer = http.send("POST", "/api/v1/auth/login", body, "Content-Type", "application/json");
        assertThat(answer.status()).isIn(200, 400, 401);
    }

    private Answer send(Target target, Map<String, String> fields) {
        Map<String, String> path = Map.of(
                "insurerNumber", attackers.insurer.value(), "insuredNumber", "9000000001", "number", "9000000001");
        if (target.isOfSystems() || target.isOfOffices()) {
            return attackers.send(target, target.filled(path), "application/json", JSON.writeValueAsString(fields));
        }
        String form = String.join(
                "&",
                fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList());
        return attackers.send(target, target.filled(path), "application/x-www-form-urlencoded", form);
    }

    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        String own = attackers.insurer.value();
        state.put("accounts", text("""
                select string_agg(concat_ws('|', kind, number, login, display_name, jobs, care_manager_number, active, demo), '/'
                    order by number, login) from identity.institution_account where number like '_%s%%'""".formatted(own)));
        state.put("staff", text("""
                select string_agg(concat_ws('|', insurer_number, login, role, active), '/' order by insurer_number, login)
                from identity.account where insurer_number = '%s'""".formatted(own)));
        state.put("certificates", text("""
                select string_agg(concat_ws('|', holder, fingerprint, revoked_at), '/' order by holder, fingerprint)
                from identity.client_certificate where holder like '%%%s%%'""".formatted(own)));
        state.put(
                "started",
                text("select started_on::text from participants.insurer where insurer_number = '%s'".formatted(own)));
        return state;
    }

    private static String text(String sql) {
        return String.valueOf(
                Loads.database().sql(sql).query(String.class).optional().orElse(""));
    }
}
