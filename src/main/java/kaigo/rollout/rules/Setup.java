package kaigo.rollout.rules;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 初期セットアップ of one insurer: its transition table (rulings 31; states and steps are ours). A step that is not
 * allowed is refused with the reason, never an exception.
 *
 * @param met the preconditions that are met
 * @param baseDate 基準日, or null before it is fixed
 * @param startsOn 利用開始日, or null before it is fixed
 * @param method 連携方式, or null before it is chosen
 */
public record Setup(
        SetupState state,
        Set<Precondition> met,
        @Nullable LocalDate baseDate,
        @Nullable LocalDate startsOn,
        @Nullable LinkMethod method) {

    public static final Setup BEGINNING = new Setup(SetupState.PREPARING, Set.of(), null, null, null);

    /** Why a step cannot be taken. */
    public enum Reason {
        PRECONDITIONS_OPEN,
        NOT_NOW,
        BASE_DATE_AHEAD,
        FILES_OPEN,
        COUNTS_DIFFER,
        DAILY_BEGUN,
        DAY_NEEDED,
        DAY_PAST,
        STARTED,
        METHOD_NEEDED,
        /** Of an interface whose records are not counted. */
        NOT_COUNTED,
        /** A test file that passed meets its precondition; nobody ticks it. */
        BY_ITSELF
    }

    /** What a step leads to. */
    public sealed interface Outcome {
        record Next(Setup setup) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    /**
     * What the rule has to know besides.
     *
     * @param today of Japan
     * @param day 基準日 or 利用開始日 of the step, or null
     * @param filesOpen files of the set-up that are not registered yet
     * @param countsAgree whether every count equals what the municipality has
     * @param dailyApplied whether a daily file was applied already
     */
    public record Facts(
            LocalDate today, @Nullable LocalDate day, boolean filesOpen, boolean countsAgree, boolean dailyApplied) {}

    public Set<Precondition> open() {
        Set<Precondition> open = EnumSet.allOf(Precondition.class);
        open.removeAll(met);
        return open;
    }

    /** A precondition is met, or turns out not to be; it counts until the load begins. */
    public Outcome with(Condition said) {
        if (state != SetupState.PREPARING && state != SetupState.BASE_DATE_FIXED) {
            return refused(Reason.NOT_NOW);
        }
        boolean ofMethod = said.precondition() == Precondition.METHOD_CHOSEN;
        if (ofMethod && said.met() && said.method() == null) {
            return refused(Reason.METHOD_NEEDED);
        }
        Set<Precondition> all = met.isEmpty() ? EnumSet.noneOf(Precondition.class) : EnumSet.copyOf(met);
        if (said.met()) {
            all.add(said.precondition());
        } else {
            all.remove(said.precondition());
        }
        LinkMethod chosen = said.met() ? said.method() : null;
        return new Outcome.Next(new Setup(state, Set.copyOf(all), baseDate, startsOn, ofMethod ? chosen : method));
    }

    public Outcome take(SetupStep step, Facts facts) {
        return switch (step) {
            case FIX_BASE_DATE -> fixBaseDate(facts);
            case BEGIN_LOAD -> beginLoad(facts);
            case AGREE_COUNTS -> agreeCounts(facts);
            case REOPEN_LOAD -> reopen(facts);
            case FIX_START -> fixStart(facts);
        };
    }

    private Outcome fixBaseDate(Facts facts) {
        if (state != SetupState.PREPARING && state != SetupState.BASE_DATE_FIXED) {
            return refused(Reason.NOT_NOW);
        }
        return facts.day() == null ? refused(Reason.DAY_NEEDED) : next(SetupState.BASE_DATE_FIXED, facts.day(), null);
    }

    private Outcome beginLoad(Facts facts) {
        if (state != SetupState.BASE_DATE_FIXED || baseDate == null) {
            return refused(Reason.NOT_NOW);
        }
        if (!open().isEmpty()) {
            return refused(Reason.PRECONDITIONS_OPEN);
        }
        return baseDate.isAfter(facts.today())
                ? refused(Reason.BASE_DATE_AHEAD)
                : next(SetupState.LOADING, baseDate, null);
    }

    private Outcome agreeCounts(Facts facts) {
        if (state != SetupState.LOADING) {
            return refused(Reason.NOT_NOW);
        }
        if (facts.filesOpen()) {
            return refused(Reason.FILES_OPEN);
        }
        return facts.countsAgree() ? next(SetupState.COUNTS_AGREED, baseDate, null) : refused(Reason.COUNTS_DIFFER);
    }

    /** From 利用開始日 on nothing can be taken back. */
    public boolean isStarted(LocalDate today) {
        return startsOn != null && !startsOn.isAfter(today);
    }

    private Outcome reopen(Facts facts) {
        if (state != SetupState.COUNTS_AGREED && state != SetupState.START_FIXED) {
            return refused(Reason.NOT_NOW);
        }
        if (isStarted(facts.today())) {
            return refused(Reason.STARTED);
        }
        return facts.dailyApplied() ? refused(Reason.DAILY_BEGUN) : next(SetupState.LOADING, baseDate, null);
    }

    private Outcome fixStart(Facts facts) {
        if (state != SetupState.COUNTS_AGREED && state != SetupState.START_FIXED) {
            return refused(Reason.NOT_NOW);
        }
        if (isStarted(facts.today())) {
            return refused(Reason.STARTED);
        }
        if (facts.day() == null) {
            return refused(Reason.DAY_NEEDED);
        }
        return facts.day().isBefore(facts.today())
                ? refused(Reason.DAY_PAST)
                : next(SetupState.START_FIXED, baseDate, facts.day());
    }

    private Outcome next(SetupState to, @Nullable LocalDate base, @Nullable LocalDate start) {
        return new Outcome.Next(new Setup(to, met, base, start, method));
    }

    private static Outcome refused(Reason reason) {
        return new Outcome.Refused(reason);
    }
}
