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
import java.util.function.Function;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of one person as the rooms answer it, to permits made here: the gate itself is tested elsewhere. */
record OneFile(InsurerNumber insurer, String person) {

    static final Set<Kind> EVERYTHING = EnumSet.allOf(Kind.class);

    /** Lists whose records leave with all their items, by interface. */
    static final Map<String, Function<FilePermit, String>> WHOLE = new TreeMap<>();

    static final Map<String, Function<FilePermit, String>> ALL = new LinkedHashMap<>();

    static {
        Cards cards = TestServer.bean(Cards.class);
        Benefits benefits = TestServer.bean(Benefits.class);
        Certifications certifications = TestServer.bean(Certifications.class);
        WHOLE.put("M02", cards::listCards);
        WHOLE.put("M03", cards::listBurdenRatios);
        WHOLE.put("M04", cards::listBurdenLimits);
        WHOLE.put("M05", benefits::listHomeModifications);
        WHOLE.put("M06", benefits::listEquipmentPurchases);
        WHOLE.put("M10", certifications::listProgress);
        WHOLE.put("M12", certifications::listForms);
        WHOLE.put("X01", TestServer.bean(Evaluations.class)::list);
        ALL.putAll(WHOLE);
        ALL.put("reductions", cards::listOtherReductions);
        ALL.put("applications", certifications::listApplications);
        ALL.put("surveys", certifications::listSurveys);
        ALL.put("opinions", certifications::listOpinions);
        ALL.put("committee sheets", certifications::listCommitteeSheets);
        ALL.put("plans", TestServer.bean(Plans.class)::list);
    }

    /** Of the applications the first is certified. */
    FilePermit permit(Collection<Kind> shown) {
        Map<Kind, Decision> decisions = new EnumMap<>(Kind.class);
        shown.forEach(kind -> decisions.put(kind, new Decision.Allowed(Decision.Ground.VERIFIED)));
        return new FilePermit(insurer, InsuredNumber.of(person), decisions, Set.of("1"));
    }

    String text(String list, Collection<Kind> shown) {
        return ALL.get(list).apply(permit(shown));
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
