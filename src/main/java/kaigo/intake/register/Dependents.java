package kaigo.intake.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.layout.ErrorId;
import kaigo.layout.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a record needs of others: its person's M01, if it is about one, and the relations of its target. */
final class Dependents {

    private final People people;
    private final Waiting waiting;
    private final RelationChecks relations;
    private final boolean ofPersons;

    /** @param relationErrors whether relation checks that only warn refuse the record instead */
    Dependents(Target target, JdbcClient database, Waiting waiting, boolean relationErrors) {
        this.ofPersons = target.isAboutAPerson();
        this.people = new People(database);
        this.waiting = waiting;
        this.relations = new RelationChecks(target, database, relationErrors);
    }

    /** Holds the records whose person is not registered, or has others waiting; judges the rest. */
    void judge(JobPermit permit, ChunkContext context, List<Arrival> arrivals) {
        if (!ofPersons) {
            relations.check(permit, context, arrivals, Map.of());
            return;
        }
        judge(permit, context, arrivals, waiting.persons(permit, context, persons(arrivals)));
    }

    /** The same for records that come from waiting. */
    void judgeReleased(JobPermit permit, ChunkContext context, List<Arrival> arrivals) {
        judge(permit, context, arrivals, Set.of());
    }

    private void judge(JobPermit permit, ChunkContext context, List<Arrival> arrivals, Set<String> queued) {
        if (arrivals.isEmpty()) {
            return;
        }
        Map<String, Optional<LocalDate>> registered = people.registered(permit, context, persons(arrivals));
        for (Arrival arrival : arrivals) {
            boolean known = registered.containsKey(arrival.insuredNumber());
            if (context.isTest()) {
                if (!known) {
                    arrival.found(ErrorId.W4001);
                }
            } else if (!known || queued.contains(arrival.insuredNumber())) {
                arrival.hold(known);
            }
        }
        relations.check(
                permit,
                context,
                arrivals.stream().filter(arrival -> !arrival.isHeld()).toList(),
                registered);
    }

    private static List<String> persons(List<Arrival> arrivals) {
        return arrivals.stream().map(Arrival::insuredNumber).distinct().toList();
    }
}
