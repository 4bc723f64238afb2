package kaigo.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.benefits.load.BenefitTargets;
import kaigo.cards.load.CardTargets;
import kaigo.careplan.load.PlanTarget;
import kaigo.certification.load.CertificationTargets;
import kaigo.committee.load.MaterialTarget;
import kaigo.consent.load.ConsentSequels;
import kaigo.consent.load.ConsentTarget;
import kaigo.insured.load.ListedSequel;
import kaigo.insured.load.PersonTarget;
import kaigo.insured.load.ServiceUseTarget;
import kaigo.insured.load.ViewingSequel;
import kaigo.layout.FileName;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Sequel;
import kaigo.layout.Target;
import kaigo.life.load.EvaluationTarget;
import kaigo.opinion.load.RequestTarget;

/**
 * 登録先の一覧: every interface that can be registered, in the order in which files of one day are taken (issue note
 * "interface" 12; proposed, ours). Adding one here is the last step of adding an interface.
 */
public final class Targets {

    /** What stands in one line waits for the lines above it; within a line the order does not matter. */
    private static final List<List<Target>> IN_ORDER = List.of(
            List.of(PersonTarget.TARGET),
            List.of(
                    CardTargets.INSURANCE_CARD,
                    CardTargets.BURDEN_RATIO,
                    CardTargets.REDUCTION,
                    BenefitTargets.HOME_MODIFICATION,
                    BenefitTargets.EQUIPMENT_PURCHASE),
            List.of(CertificationTargets.APPLICATION),
            List.of(ConsentTarget.TARGET),
            List.of(
                    CertificationTargets.PROGRESS,
                    MaterialTarget.TARGET,
                    CertificationTargets.FORM,
                    RequestTarget.TARGET,
                    ServiceUseTarget.TARGET,
                    EvaluationTarget.TARGET,
                    PlanTarget.TARGET));

    private static final Map<String, Target> BY_INTERFACE =
            targets().collect(Collectors.toMap(Target::interfaceId, Function.identity()));

    private Targets() {}

    private static Stream<Target> targets() {
        return IN_ORDER.stream().flatMap(List::stream);
    }

    /** The layouts of these interfaces, every version that the program carries. */
    public static List<Layout> layouts() {
        return Layouts.all().stream()
                .filter(layout -> BY_INTERFACE.containsKey(layout.head().itemsOf()))
                .toList();
    }

    public static Optional<Target> find(String interfaceId) {
        return Layouts.newest(interfaceId)
                .map(layout -> layout.head().itemsOf())
                .map(BY_INTERFACE::get);
    }

    /** What follows the registration of a target's records, in its transaction. */
    public static List<Sequel> sequels(Target target) {
        Stream<Sequel> own = Stream.concat(ConsentSequels.ALL.stream(), Stream.of(ViewingSequel.SEQUEL))
                .filter(sequel -> sequel.table().equals(target.table()));
        Stream<Sequel> listed = Stream.of(target).filter(Target::isAboutAPerson).map(ListedSequel::of);
        return Stream.concat(own, listed).toList();
    }

    /** What a municipality itself sends, in the order in which it is loaded. */
    static List<Target> ofMunicipality() {
        return targets()
                .filter(target -> newest(target).head().direction().equals(Layout.FROM_MUNICIPALITY))
                .toList();
    }

    /** Those whose records are about one person, M01 first. */
    public static List<Target> aboutPersons() {
        return targets().filter(Target::isAboutAPerson).toList();
    }

    /** The interface by which the records of an initial set-up come: M07, not M08. */
    static String initialInterface(Target target) {
        return layouts().stream()
                .filter(layout -> layout.head().itemsOf().equals(target.interfaceId()))
                .map(Layout::interfaceId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Layout newest(Target target) {
        return Layouts.newest(target.interfaceId()).orElseThrow();
    }

    /** The interfaces whose records name documents: those have to be there before them. */
    public static List<String> namingDocuments() {
        return targets().filter(Target::namesDocuments).map(Target::interfaceId).toList();
    }

    /** Whether the file, by its name, is of one of {@link #namingDocuments}. */
    public static boolean namesDocuments(String fileName) {
        return FileName.isRight(fileName)
                && find(FileName.parse(fileName).interfaceId())
                        .filter(Target::namesDocuments)
                        .isPresent();
    }

    /** 順序グループ: the interfaces that keep one order among themselves (settled 27). */
    public static String orderGroup(String interfaceId) {
        return Layouts.newest(interfaceId).orElseThrow().head().orderGroup();
    }

    public static List<String> interfacesOf(String orderGroup) {
        return lanes().stream()
                .filter(lane -> lane.orderGroup().equals(orderGroup))
                .map(Lane::interfaceId)
                .toList();
    }

    /** @param rank 0 is taken first */
    record Lane(String interfaceId, String orderGroup, int rank) {}

    /** Of whatever is received: what is only compared comes last. */
    static List<Lane> lanes() {
        return Handling.layouts().stream()
                .map(layout -> new Lane(
                        layout.interfaceId(),
                        layout.head().orderGroup(),
                        rank(layout.head().itemsOf())))
                .distinct()
                .toList();
    }

    private static int rank(String interfaceId) {
        int rank = 0;
        while (rank < IN_ORDER.size()
                && IN_ORDER.get(rank).stream()
                        .noneMatch(target -> target.interfaceId().equals(interfaceId))) {
            rank++;
        }
        return rank;
    }
}
