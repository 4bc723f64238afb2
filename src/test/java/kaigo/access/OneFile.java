package kaigo.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kaigo.TestServer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.benefits.Benefits;
import kaigo.cards.Cards;
import kaigo.careplan.Plans;
import kaigo.certification.Certifications;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.life.Evaluations;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of one person as the rooms answer it, to permits made here: the gate itself is tested elsewhere. */
record OneFile(InsurerNumber insurer, String person) {

    static final Set<Kind> EVERYTHING = EnumSet.allOf(Kind.class);

    /** Lists whose records leave with all their items, by interface. */
    static final Map<String, PartSql> WHOLE = new TreeMap<>();

    static final Map<String, PartSql> ALL = new LinkedHashMap<>();

    static {
        WHOLE.put("M02", Cards.INSURANCE_CARDS);
        WHOLE.put("M03", Cards.BURDEN_RATIOS);
        WHOLE.put("M04", Cards.BURDEN_LIMITS);
        WHOLE.put("M05", Benefits.HOME_MODIFICATIONS);
        WHOLE.put("M06", Benefits.EQUIPMENT_PURCHASES);
        WHOLE.put("M10", Certifications.PROGRESS);
        WHOLE.put("M12", Certifications.FORMS);
        WHOLE.put("X01", Evaluations.BY_MONTH);
        ALL.putAll(WHOLE);
        ALL.put("reductions", Cards.OTHER_REDUCTIONS);
        ALL.put("applications", Certifications.APPLICATIONS);
        ALL.put("surveys", Certifications.SURVEYS);
        ALL.put("opinions", Certifications.OPINIONS);
        ALL.put("committee sheets", Certifications.COMMITTEE_SHEETS);
        ALL.put("plans", Plans.WITH_TABLES);
    }

    /** Of the applications the first is certified. */
    FilePermit permit(Collection<Kind> shown) {
        Map<Kind, Decision> decisions = new EnumMap<>(Kind.class);
        shown.forEach(kind -> decisions.put(kind, new Decision.Allowed(Decision.Ground.VERIFIED)));
        return new FilePermit(
                new PersonKey(insurer, InsuredNumber.of(person)),
                decisions,
                new FilePermit.Within(Set.of("1"), addressOpen(), TestServer.TODAY));
    }

    /** As the gate's facts say. */
    private boolean addressOpen() {
        return TestServer.bean(JdbcClient.class)
                .sql(
                        "select not exists (select from insured.facts where insurer_number = ? and insured_number = ? and protection)")
                .params(insurer.value(), person)
                .query(Boolean.class)
                .single();
    }

    String text(String list, Collection<Kind> shown) {
        return TestServer.bean(PartReader.class).read(permit(shown), ALL.get(list), Map.of());
    }

    List<JsonNode> read(String list) {
        return read(list, EVERYTHING);
    }

    List<JsonNode> read(String list, Collection<Kind> shown) {
        return List.copyOf(new JsonMapper().readTree(text(list, shown)).values());
    }

    List<String> values(String list, String item) {
        return values(list, item, EVERYTHING);
    }

    List<String> values(String list, String item, Collection<Kind> shown) {
        return read(list, shown).stream()
                .map(record -> record.get(item).asString())
                .toList();
    }

    Optional<Banner> banner(Collection<Kind> shown) {
        return TestServer.bean(Banners.class).find(permit(shown));
    }
}
