package kaigo.access.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;
import kaigo.shared.ResourceTable;

/** One line of a file of expected decisions. */
record Vector(Map<String, String> words) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    static List<Vector> read(String file) {
        List<List<String>> table = ResourceTable.read(file);
        List<String> head = table.getFirst();
        return table.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> words = new HashMap<>();
                    for (int i = 0; i < line.size(); i++) {
                        words.put(head.get(i), line.get(i));
                    }
                    return new Vector(words);
                })
                .toList();
    }

    String expected() {
        return word("expected");
    }

    Kind kind() {
        return Kind.valueOf(word("info"));
    }

    /** All functions that open later are on, or off. */
    Proposals proposals() {
        Map<Proposal, Boolean> chosen = new EnumMap<>(Proposal.class);
        for (Proposal proposal :
                List.of(Proposal.LIFE_OPEN, Proposal.CARE_PLANS_OPEN, Proposal.CERT_APPLICATION_OPEN)) {
            chosen.put(proposal, is("featureOn"));
        }
        return Proposals.with(chosen);
    }

    Facts facts() {
        return new Facts(viewpoint(), true, is("started"), is("certified"), is("consent"), TODAY);
    }

    private Viewpoint viewpoint() {
        boolean own = !word("own").equals("N");
        return switch (Column.valueOf(word("viewer"))) {
            case INSURED -> new Viewpoint.Insured(own);
            case MUNICIPALITY -> new Viewpoint.Municipality(own);
            case CARE_MANAGEMENT, ROKEN_IIN, OTHER_CARE ->
                new Viewpoint.Office(
                        ServiceTable.bundled().classesOf(Set.of(word("service")), TODAY),
                        jobs(),
                        verification(),
                        requests());
            case MEDICAL -> new Viewpoint.Clinic(jobs(), requests());
            case COMMITTEE_MEMBER -> new Viewpoint.Member(own);
            case OPERATOR -> new Viewpoint.Operator();
        };
    }

    private Set<Job> jobs() {
        return Arrays.stream(word("jobs").split("\\+")).map(Job::valueOf).collect(Collectors.toSet());
    }

    private Verification verification() {
        if (!is("verified")) {
            return Verification.NONE;
        }
        return is("receiptValid") ? Verification.VALID : Verification.EXPIRED;
    }

    private List<OpinionRequest> requests() {
        if (!is("request")) {
            return List.of();
        }
        LocalDate ended = word("ended").equals("-") ? null : TODAY.minusDays(Long.parseLong(word("ended")));
        return List.of(new OpinionRequest(TODAY.minusDays(Long.parseLong(word("day"))), ended));
    }

    private boolean is(String name) {
        return word(name).equals("Y");
    }

    private String word(String name) {
        return words.getOrDefault(name, "-");
    }

    @Override
    public String toString() {
        return word("id") + " " + word("viewer") + " " + word("jobs") + " " + word("info");
    }
}
