package kaigo.rollout;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.RegisterCount;
import kaigo.intake.SetupFiles;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.rollout.rules.Condition;
import kaigo.rollout.rules.Precondition;
import kaigo.rollout.rules.Setup;
import kaigo.rollout.rules.Setup.Facts;
import kaigo.rollout.rules.Setup.Outcome;
import kaigo.rollout.rules.Setup.Reason;
import kaigo.rollout.rules.SetupState;
import kaigo.rollout.rules.SetupStep;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.OperatorViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 初期セットアップ: the front door to the set-ups of the insurers (rulings 30, 31). A step changes the state here and the
 * days of the insurer, which the reception asks, in one transaction.
 */
@Component
public class Setups {

    private final Gate gate;
    private final SetupStore store;
    private final SetupFiles files;
    private final Insurers insurers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Setups(
            Gate gate,
            SetupStore store,
            SetupFiles files,
            Insurers insurers,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.files = files;
        this.insurers = insurers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    public SetupView look(InsurerViewer viewer) {
        return gate.look(viewer, Purpose.READ_SETUP, permit -> Looked.aboutNobody(view(permit)));
    }

    /** Takes a step; answers why not, or nothing. */
    public Optional<Reason> take(InsurerViewer viewer, SetupStep step, @Nullable LocalDate day) {
        return act(viewer, permit -> {
            SetupView view = view(permit);
            Facts facts = new Facts(
                    today(), day, view.filesOpen(), view.countsAgree(), files.isDailyApplied(viewer.insurer()));
            return applied(view, view.setup().take(step, facts), step.name(), day, viewer.actor());
        });
    }

    /** Records that a precondition is met, or is not; answers why not, or nothing. */
    public Optional<Reason> record(InsurerViewer viewer, Condition said) {
        return act(viewer, permit -> record(viewer.insurer(), viewer.actor(), said));
    }

    /** Records what the municipality counted in its own system; answers why not, or nothing. */
    public Optional<Reason> enterCounts(InsurerViewer viewer, Map<String, Integer> counts) {
        return act(viewer, permit -> {
            Insurer insurer = insurer(viewer.insurer());
            if (setup(insurer).state() != SetupState.LOADING) {
                return Optional.of(Reason.NOT_NOW);
            }
            if (!files.counts(permit).stream()
                    .map(RegisterCount::interfaceId)
                    .toList()
                    .containsAll(counts.keySet())) {
                return Optional.of(Reason.NOT_COUNTED);
            }
            store.putOwnCounts(insurer.number(), counts);
            store.addEvent(insurer.number(), "COUNTS", null, viewer.actor(), clock.instant());
            return Optional.empty();
        });
    }

    /** The same for an operator, without the counts of the register. */
    public Optional<SetupView> find(InsurerNumber number) {
        return insurers.find(number)
                .map(insurer -> view(insurer, List.of(), files.isOpen(number), store.listEvents(number)));
    }

    /** Every insurer with its set-up, by number. */
    public List<SetupView> list() {
        Map<String, Setup> begun = store.listAll();
        return insurers.list().stream()
                .map(insurer -> {
                    Setup setup = begun.getOrDefault(insurer.number().value(), ofDays(insurer));
                    return new SetupView(insurer, setup, List.of(), false, List.of(), setup.isStarted(today()));
                })
                .toList();
    }

    /** What an operator knows of too, such as the contract. */
    public Optional<Reason> record(OperatorViewer viewer, InsurerNumber insurer, Condition said) {
        return gate.operate(
                viewer,
                "PRECONDITION_" + (said.met() ? "MET" : "OPEN"),
                insurer,
                () -> inTransaction(insurer, () -> record(insurer, viewer.actor(), said)));
    }

    private interface Act {
        Optional<Reason> apply(InsurerPermit permit);
    }

    private interface Change {
        Optional<Reason> apply();
    }

    private Optional<Reason> act(InsurerViewer viewer, Act act) {
        return gate.act(
                viewer, Purpose.SET_UP, List.of(), permit -> inTransaction(viewer.insurer(), () -> act.apply(permit)));
    }

    private Optional<Reason> inTransaction(InsurerNumber insurer, Change change) {
        Optional<Reason> refused = transaction.execute(status -> {
            store.hold(insurer);
            return change.apply();
        });
        return refused;
    }

    private Optional<Reason> record(InsurerNumber number, String actor, Condition said) {
        Precondition precondition = said.precondition();
        if (precondition == Precondition.TEST_FILE_PASSED) {
            return Optional.of(Reason.BY_ITSELF);
        }
        Insurer insurer = insurer(number);
        Setup setup = setup(insurer);
        return switch (setup.with(said)) {
            case Outcome.Refused refused -> Optional.of(refused.reason());
            case Outcome.Next next -> {
                Instant now = clock.instant();
                store.put(number, next.setup());
                store.setMet(number, precondition, said.met(), actor, now);
                String what = said.met() && said.method() != null ? "METHOD_" + said.method() : precondition.name();
                store.addEvent(number, (said.met() ? "+" : "-") + what, null, actor, now);
                yield Optional.empty();
            }
        };
    }

    private Optional<Reason> applied(
            SetupView view, Outcome outcome, String what, @Nullable LocalDate day, String actor) {
        return switch (outcome) {
            case Outcome.Refused refused -> Optional.of(refused.reason());
            case Outcome.Next next -> {
                InsurerNumber number = view.insurer().number();
                store.put(number, next.setup());
                insurers.put(days(view.insurer(), next.setup()));
                store.addEvent(number, what, day, actor, clock.instant());
                yield Optional.empty();
            }
        };
    }

    /** What the reception and the offices go by. */
    private Insurer days(Insurer insurer, Setup setup) {
        LocalDate today = today();
        LocalDate load = insurer.loadFrom() == null ? today : insurer.loadFrom();
        LocalDate daily = insurer.dailyFrom() == null ? today : insurer.dailyFrom();
        return switch (setup.state()) {
            case PREPARING, BASE_DATE_FIXED -> insurer.with(null, null, null, setup.baseDate());
            case LOADING -> insurer.with(load, null, null, setup.baseDate());
            case COUNTS_AGREED -> insurer.with(load, daily, null, setup.baseDate());
            case START_FIXED -> insurer.with(load, daily, setup.startsOn(), setup.baseDate());
        };
    }

    private SetupView view(InsurerPermit permit) {
        Insurer insurer = insurer(permit.insurer());
        Map<String, Integer> own = store.ownCounts(insurer.number());
        List<CountRow> counts = files.counts(permit).stream()
                .map(held -> new CountRow(held, own.get(held.interfaceId())))
                .toList();
        return view(insurer, counts, files.isOpen(insurer.number()), store.listEvents(insurer.number()));
    }

    private SetupView view(Insurer insurer, List<CountRow> counts, boolean filesOpen, List<SetupEvent> events) {
        Setup setup = setup(insurer);
        return new SetupView(insurer, setup, counts, filesOpen, events, setup.isStarted(today()));
    }

    /** An insurer whose days an operator put by hand stands where those days say. A test file counts by itself. */
    private Setup setup(Insurer insurer) {
        Setup setup = store.find(insurer.number()).orElseGet(() -> ofDays(insurer));
        if (setup.met().contains(Precondition.TEST_FILE_PASSED) || !files.isTestPassed(insurer.number())) {
            return setup;
        }
        Set<Precondition> met = EnumSet.of(Precondition.TEST_FILE_PASSED);
        met.addAll(setup.met());
        return new Setup(setup.state(), met, setup.baseDate(), setup.startsOn(), setup.method());
    }

    private static Setup ofDays(Insurer insurer) {
        if (insurer.loadFrom() == null) {
            return Setup.BEGINNING;
        }
        SetupState state = insurer.dailyFrom() == null
                ? SetupState.LOADING
                : insurer.startedOn() == null ? SetupState.COUNTS_AGREED : SetupState.START_FIXED;
        return new Setup(state, EnumSet.allOf(Precondition.class), insurer.baseDate(), insurer.startedOn(), null);
    }

    private Insurer insurer(InsurerNumber number) {
        return insurers.find(number).orElseThrow();
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
