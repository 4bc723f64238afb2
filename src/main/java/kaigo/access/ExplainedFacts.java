package kaigo.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Proposal;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.Question;
import kaigo.access.rules.ServiceClass;
import kaigo.access.rules.Viewpoint;
import org.jspecify.annotations.Nullable;

/** 説明の事実 beside those that are rows of the database: what the rule was told, and what the data and settings say. */
final class ExplainedFacts {

    private ExplainedFacts() {}

    static List<ExplainedFact> told(Facts facts) {
        List<ExplainedFact> told = new ArrayList<>(List.of(
                told(Question.ACCOUNT, "in_order", facts.inOrder()),
                told(Question.START, "started", facts.started()),
                told(Question.CERTIFICATION, "certified", facts.certified()),
                told(Question.CONSENT, "consent", facts.consent())));
        told.add(
                switch (facts.viewpoint()) {
                    case Viewpoint.Insured insured -> told(Question.RELATION, "self", insured.self());
                    case Viewpoint.Municipality staff -> told(Question.RELATION, "own_insured", staff.ownInsured());
                    case Viewpoint.Office office -> told(Question.RELATION, "verification", office.verification());
                    case Viewpoint.Clinic clinic ->
                        told(Question.RELATION, "requests", clinic.requests().size());
                    case Viewpoint.Member member -> told(Question.RELATION, "own_meeting", member.ownMeeting());
                    case Viewpoint.Operator operator -> told(Question.RELATION, "self", false);
                });
        return told;
    }

    private static ExplainedFact told(Question question, String name, Object value) {
        return new ExplainedFact(question, ExplainedFact.RULE, Map.of(name, String.valueOf(value)));
    }

    static ExplainedFact service(String code, Set<ServiceClass> classes) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("service_code", code));
        classes.forEach(one -> {
            values.put("service_class", one.name());
            values.put("column", one.column().name());
        });
        return new ExplainedFact(Question.CELL, "access/service-classes.csv", values);
    }

    static ExplainedFact switches(Proposals proposals) {
        Map<String, String> switches = new LinkedHashMap<>();
        Arrays.stream(Proposal.values()).forEach(one -> switches.put(one.name(), proposals.isOn(one) ? "on" : "off"));
        return new ExplainedFact(Question.FUNCTION, "KIBAN_PROPOSALS", switches);
    }

    /** @param lines of the ledger, in the order of the verdicts */
    static List<ExplainedFact> consent(List<ExplainedFact> lines, ConsentReading.Explained found) {
        List<ExplainedFact> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Map<String, String> values = new LinkedHashMap<>(lines.get(i).values());
            if (i < found.verdicts().size()) {
                values.put("verdict", found.verdicts().get(i));
            }
            rows.add(new ExplainedFact(Question.CONSENT, lines.get(i).from(), values));
        }
        found.chain().forEach(link -> rows.add(chained(link)));
        Map<String, String> state = new LinkedHashMap<>(Map.of("standing", found.standing()));
        put(state, "since", found.since());
        put(state, "until", found.until());
        rows.add(new ExplainedFact(Question.CONSENT, "consent.rules", state));
        return rows;
    }

    private static ExplainedFact chained(ConsentReading.Link link) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "rests_on_filed", link.filedOn());
        put(values, "anew", link.anew());
        put(values, "valid_to", link.validTo());
        put(values, "ended_on", link.endedOn());
        return new ExplainedFact(Question.CONSENT, "certification.facts", values);
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
