package kaigo.intake.register;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kaigo.access.JobPermit;
import kaigo.access.rules.Proposals;
import kaigo.insured.load.PersonTarget;
import kaigo.intake.ReceivedFile;
import kaigo.intake.rules.Effect;
import kaigo.intake.rules.KeyState;
import kaigo.intake.rules.RecordState;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import kaigo.layout.CanonicalForm;
import kaigo.layout.ErrorId;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordText;
import kaigo.layout.Row;
import kaigo.layout.Target;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Applies one chunk of a file in the running transaction: what the register holds is read once, the state table decides
 * for each record, and tables, results and progress are written together (settled 27). Belongs to one worker.
 */
public final class ChunkLoader {

    private final Target target;
    private final TargetWriter writer;
    private final Sequels sequels;
    private final ResultWriter results;
    private final ChunkProgress progress;
    private final Unmended unmended;
    private final SentAgain sentAgain;
    private final Waiting waiting;
    private final InstantSource clock;

    /** The interface that brings the persons asks for their keys; every other one depends on it. */
    private final @Nullable LinkWriter links;

    private final @Nullable Dependents dependents;

    /** @param relationErrors the insurer's switch: relation checks that only warn refuse the record instead */
    public ChunkLoader(
            Target target,
            DataSource database,
            KeyRing keys,
            InstantSource clock,
            Proposals proposals,
            boolean relationErrors) {
        JdbcClient client = JdbcClient.create(database);
        Copier copier = new Copier(database);
        boolean ofPersons = target == PersonTarget.TARGET;
        this.target = target;
        this.writer = new TargetWriter(target, client, copier);
        this.sequels = new Sequels(target, client, proposals);
        this.results = new ResultWriter(client, copier);
        this.progress = new ChunkProgress(client);
        this.unmended = new Unmended(client, copier);
        this.sentAgain = new SentAgain(client);
        this.waiting = new Waiting(client, copier);
        this.clock = clock;
        this.links = ofPersons ? new LinkWriter(client, copier, keys) : null;
        this.dependents = ofPersons ? null : new Dependents(target, client, waiting, relationErrors);
    }

    /**
     * @param permit the load job's
     * @param repairs whether 更新 may stand in an initial set-up: a file of this 基準日 that was made before was applied
     * @param cipher seals the numbers of this file
     * @throws FileTakenOver if another worker went on with the file
     */
    public void apply(JobPermit permit, ReceivedFile file, List<Arrival> chunk, boolean repairs, RecordCipher cipher) {
        ChunkContext context = ChunkContext.of(file, clock.instant());
        progress.lock(permit, context, chunk.getFirst().row().number());
        refuseUntimely(context, chunk, repairs);
        if (dependents != null) {
            dependents.judge(permit, context, registrable(chunk));
            waiting.keep(permit, context, held(chunk));
        }
        register(permit, context, chunk, cipher);
        results.write(permit, context, chunk);
        unmended.record(permit, context, chunk);
        sentAgain.putRight(permit, context, chunk);
        progress.record(permit, context, chunk);
    }

    /**
     * Applies records of the file whose M01 has come, and gives those up that have waited too long or were sent again for
     * another person. A record whose person has gone again stays.
     *
     * @return whether there are more of the file: they go on before those of later files
     */
    public boolean applyReleased(JobPermit permit, ReceivedFile file) {
        ChunkContext context = ChunkContext.of(file, clock.instant());
        progress.lockLane(permit, context);
        List<Waiting.Record> due = waiting.due(permit, context);
        List<Kept> kept = read(context, due);
        List<Arrival> all = kept.stream().map(Kept::arrival).toList();
        Objects.requireNonNull(dependents).judgeReleased(permit, context, registrable(all));
        kept.stream()
                .filter(one -> one.arrival().isHeld() && one.record().isGivenUp())
                .forEach(one -> one.arrival().refuse(ErrorId.E4001));
        waiting.keepOn(permit, context, held(all));
        List<Arrival> leaving = all.stream().filter(one -> !one.isHeld()).toList();
        waiting.remove(permit, context, leaving);
        register(permit, context, leaving, null);
        results.rewrite(permit, context, leaving);
        Set<Integer> superseded = kept.stream()
                .map(Kept::record)
                .filter(Waiting.Record::superseded)
                .map(Waiting.Record::line)
                .collect(Collectors.toSet());
        unmended.recordReleased(permit, context, leaving, superseded);
        progress.released(permit, context, leaving);
        return kept.size() < due.size() || due.size() == Waiting.AT_ONCE;
    }

    /** A record that waited, read again. */
    private record Kept(Arrival arrival, Waiting.Record record) {}

    /** Up to the first key that comes twice: the second record is judged by what the first has left. */
    private List<Kept> read(ChunkContext context, List<Waiting.Record> records) {
        Layout layout = Layouts.find(
                        context.file().interfaceId(), context.file().version())
                .orElseThrow();
        CanonicalForm form = new CanonicalForm(layout);
        Set<List<String>> keys = new HashSet<>();
        List<Kept> read = new ArrayList<>();
        for (Waiting.Record record : records) {
            Row row = RecordText.read(layout, record.line(), record.text());
            record.findings().forEach(row.findings()::add);
            Arrival arrival = Arrival.of(row, target, form);
            if (!keys.add(arrival.key())) {
                break;
            }
            read.add(new Kept(arrival, record));
        }
        return read;
    }

    private void register(
            JobPermit permit, ChunkContext context, List<Arrival> arrivals, @Nullable RecordCipher cipher) {
        List<Arrival> registrable = registrable(arrivals);
        Map<List<String>, Existing> existing = writer.existing(permit, context.insurer(), registrable);
        Set<ResultKey> late = namedLater(permit, context, registrable);
        if (context.isTest()) {
            forgetDeletedByTest(permit, context, registrable, existing);
        }
        if (links != null) {
            links.readCurrent(permit, context.insurer(), registered(registrable, existing));
        }
        for (Arrival arrival : arrivals) {
            if (arrival.isRegistrable()) {
                @Nullable Existing held = existing.get(arrival.key());
                Effect effect = decide(arrival, held, late);
                register(permit, context, arrival, effect, held);
                if (links != null && !context.isTest() && effect != Effect.REFUSE) {
                    links.add(permit, context, arrival, effect, Objects.requireNonNull(cipher));
                }
            } else if (!arrival.isHeld()) {
                arrival.settle();
            }
        }
        writer.flush(permit, context.insurer(), context.now());
        sequels.follow(permit, context, writer.changed(permit));
        if (links != null) {
            links.flush(permit, context);
            waiting.release(permit, context.insurer(), links.newcomers(permit));
        }
    }

    private static List<Arrival> registrable(List<Arrival> arrivals) {
        return arrivals.stream().filter(Arrival::isRegistrable).toList();
    }

    private static List<Arrival> held(List<Arrival> arrivals) {
        return arrivals.stream().filter(Arrival::isHeld).toList();
    }

    /** Records of persons who are registered: every one of those has a link. */
    private static List<Arrival> registered(List<Arrival> arrivals, Map<List<String>, Existing> existing) {
        return arrivals.stream()
                .filter(arrival -> {
                    Existing held = existing.get(arrival.key());
                    return held != null && !held.deleted();
                })
                .toList();
    }

    private void forgetDeletedByTest(
            JobPermit permit, ChunkContext context, List<Arrival> registrable, Map<List<String>, Existing> existing) {
        Set<ResultKey> deleted = progress.deletedByTest(permit, context, registrable);
        for (Arrival arrival : registrable) {
            if (deleted.contains(arrival.resultKey())) {
                existing.computeIfPresent(arrival.key(), (same, held) -> held.asDeleted());
            }
        }
    }

    /** interface.md 9.5: an initial set-up takes 新規 only, and 更新 in a repair run of the same 基準日. */
    private static void refuseUntimely(ChunkContext context, List<Arrival> chunk, boolean repairs) {
        if (context.file().process() != ProcessingType.INITIAL) {
            return;
        }
        registrable(chunk).stream()
                .filter(one -> one.type() == UpdateType.DELETE || (one.type() == UpdateType.UPDATE && !repairs))
                .forEach(one -> one.found(ErrorId.E2104));
    }

    private static Effect decide(Arrival arrival, @Nullable Existing held, Set<ResultKey> late) {
        if (!late.isEmpty() && late.contains(arrival.resultKey())) {
            arrival.found(ErrorId.W2203);
            return Effect.PASS_OVER;
        }
        KeyState state = Existing.stateOf(held, arrival.contentHash());
        boolean older = state == KeyState.OTHER_CONTENT && Existing.isNewerThan(held, arrival.sourceUpdatedAt());
        RecordState.Decision decision = RecordState.decide(Objects.requireNonNull(arrival.type()), state, older);
        if (decision.finding() != null) {
            arrival.found(decision.finding());
        }
        return decision.effect();
    }

    private void register(
            JobPermit permit, ChunkContext context, Arrival arrival, Effect effect, @Nullable Existing held) {
        arrival.settle();
        if (context.isTest()) {
            return;
        }
        switch (effect) {
            case CREATE -> writer.create(permit, context.insurer(), arrival, context.nowText());
            case REPLACE, REVIVE ->
                writer.replace(permit, context.insurer(), arrival, context.nowText(), Objects.requireNonNull(held));
            case DELETE -> writer.delete(permit, arrival);
            case KEEP, PASS_OVER, REFUSE -> {}
        }
    }

    /** Keys of a re-send that a later file has named: their records are not applied (settled 25). */
    private Set<ResultKey> namedLater(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        if (context.file().process() != ProcessingType.RESEND || registrable.isEmpty()) {
            return Set.of();
        }
        return progress.namedLater(permit, context, registrable);
    }
}
