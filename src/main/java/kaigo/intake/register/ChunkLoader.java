package kaigo.intake.register;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kaigo.access.JobPermit;
import kaigo.intake.ReceivedFile;
import kaigo.intake.rules.Effect;
import kaigo.intake.rules.KeyState;
import kaigo.intake.rules.RecordState;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import kaigo.layout.ErrorId;
import kaigo.layout.ProcessingType;
import kaigo.layout.Target;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies one chunk of a file in the running transaction: what the register holds is read once, the state table decides
 * for each record, and tables, results and progress are written together (settled 27). Belongs to one worker.
 */
public final class ChunkLoader {

    private final Target target;
    private final TargetWriter writer;
    private final LinkWriter links;
    private final ResultWriter results;
    private final ChunkProgress progress;
    private final InstantSource clock;
    private final boolean linked;

    public ChunkLoader(Target target, DataSource database, KeyRing keys, InstantSource clock) {
        JdbcClient client = JdbcClient.create(database);
        Copier copier = new Copier(database);
        this.target = target;
        this.writer = new TargetWriter(target, client, copier);
        this.links = new LinkWriter(client, copier, keys);
        this.results = new ResultWriter(copier);
        this.progress = new ChunkProgress(client);
        this.clock = clock;
        this.linked = target.interfaceId().equals("M01");
    }

    /**
     * @param permit the load job's
     * @param repairs whether 更新 may stand in an initial set-up: an earlier file of this 基準日 was applied
     * @param cipher seals the numbers of this file
     * @throws FileTakenOver if another worker went on with the file
     */
    public void apply(JobPermit permit, ReceivedFile file, List<Arrival> chunk, boolean repairs, RecordCipher cipher) {
        ChunkContext context = ChunkContext.of(file, clock.instant());
        progress.lock(permit, context, chunk.getFirst().row().number());
        List<Arrival> registrable =
                chunk.stream().filter(Arrival::isRegistrable).toList();
        Map<List<String>, Existing> existing = writer.existing(permit, context.insurer(), registrable);
        if (context.isTest()) {
            progress.deletedByTest(permit, context, registrable)
                    .forEach(key -> existing.computeIfPresent(key, (same, held) -> held.asDeleted()));
        }
        Set<List<String>> late = namedLater(permit, context, registrable);
        if (linked) {
            links.readCurrent(permit, context.insurer(), held(registrable, existing));
        }
        for (Arrival arrival : chunk) {
            if (arrival.isRegistrable()) {
                Effect effect = decide(context, arrival, existing, late, repairs);
                register(permit, context, arrival, effect, cipher);
            } else {
                arrival.settle();
            }
        }
        writer.flush(permit, context.insurer(), context.now());
        if (linked) {
            links.flush(permit, context);
        }
        results.write(permit, context, chunk);
        progress.record(permit, context, chunk);
    }

    /** Records of persons who are registered: every one of those has a link. */
    private static List<Arrival> held(List<Arrival> arrivals, Map<List<String>, Existing> existing) {
        return arrivals.stream()
                .filter(arrival -> {
                    Existing held = existing.get(arrival.key());
                    return held != null && !held.deleted();
                })
                .toList();
    }

    private Effect decide(
            ChunkContext context,
            Arrival arrival,
            Map<List<String>, Existing> existing,
            Set<List<String>> late,
            boolean repairs) {
        UpdateType type = java.util.Objects.requireNonNull(arrival.type());
        if (context.file().process() == ProcessingType.INITIAL && !isAllowedInitially(type, repairs)) {
            arrival.found(ErrorId.E2104);
            return Effect.REFUSE;
        }
        if (late.contains(arrival.key())) {
            arrival.found(ErrorId.W2203);
            return Effect.PASS_OVER;
        }
        Existing held = existing.get(arrival.key());
        KeyState state = Existing.stateOf(held, arrival.contentHash());
        boolean older = state == KeyState.OTHER_CONTENT
                && Existing.isNewerThan(held, arrival.row().get(M01.SOURCE_UPDATED_AT));
        RecordState.Decision decision = RecordState.decide(type, state, older);
        if (decision.finding() != null) {
            arrival.found(decision.finding());
        }
        return decision.effect();
    }

    /** interface.md 9.5: 新規 only, and 更新 in a repair run of the same 基準日. */
    private static boolean isAllowedInitially(UpdateType type, boolean repairs) {
        return type == UpdateType.CREATE || (repairs && type == UpdateType.UPDATE);
    }

    private void register(JobPermit permit, ChunkContext context, Arrival arrival, Effect effect, RecordCipher cipher) {
        arrival.settle();
        if (context.isTest() || effect == Effect.REFUSE) {
            return;
        }
        switch (effect) {
            case CREATE -> writer.create(permit, context.insurer(), arrival, context.nowText());
            case REPLACE, REVIVE -> writer.replace(permit, context.insurer(), arrival, context.nowText());
            case DELETE -> writer.delete(permit, arrival);
            case KEEP, PASS_OVER, REFUSE -> {}
        }
        if (linked) {
            links.add(permit, context, arrival, effect, cipher);
        }
    }

    /** Keys of a re-send that a later file has named: their records are not applied (settled 25). */
    private Set<List<String>> namedLater(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        if (context.file().process() != ProcessingType.RESEND || registrable.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(progress.namedLater(permit, context, registrable));
    }
}
