package kaigo.operations.web;

import static kaigo.screens.ScreenText.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import kaigo.audit.StreamEnd;
import kaigo.intake.Status;
import kaigo.jobs.WorkersState;
import kaigo.operations.Attention;
import kaigo.operations.ChainVerification;
import kaigo.operations.Health;
import kaigo.operations.InstallationState;
import kaigo.operations.InstallationState.Unfetched;
import kaigo.operations.Surroundings.Service;
import kaigo.screens.Moments;
import org.jspecify.annotations.Nullable;

/**
 * What the start page of the operator and the page 「稼働状況」 show.
 *
 * @param last newest verification of the audit stream, or null
 * @param ending institutions whose certificates end soon or are missing; theirs to mend; empty on the start page
 */
public record HealthView(Health.Report report, @Nullable ChainVerification last, OptionalInt ending) {

    private static final Duration LONG_UNFETCHED = Duration.ofDays(3);
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final long MEGABYTE = 1_000_000;

    /** 良好, お知らせ (others have to act, or it is a choice), 要確認. */
    public enum Level {
        WELL,
        NOTE,
        ATTENTION
    }

    /**
     * @param next what to do, or null
     * @param link page that tells more, or null
     */
    public record Line(
            String name,
            String value,
            Level level,
            @Nullable String next,
            @Nullable String link) {

        public String mark() {
            return switch (level) {
                case WELL -> "state-done";
                case NOTE -> "state-wait";
                case ATTENTION -> "state-fail";
            };
        }
    }

    /** Of a municipality whose box is not emptied. */
    public record Box(Unfetched waiting, boolean isLong) {}

    public boolean isWell() {
        return report.attention().isEmpty();
    }

    public List<Line> server() {
        InstallationState state = report.state();
        return List.of(
                line("server", text(state.serverRuns() ? "health.runs" : "health.stopped"), Attention.SERVER_STOPPED),
                line(
                        "schema",
                        state.schema().fits()
                                ? text("health.schema.fits", state.schema().applied())
                                : text(
                                        "health.schema.differs",
                                        state.schema().applied(),
                                        state.schema().newest()),
                        Attention.SCHEMA_DIFFERS),
                line(
                        "space",
                        text("health.space.left", Moments.count(state.freeBytes() / MEGABYTE)),
                        Attention.LITTLE_SPACE));
    }

    public List<Line> load() {
        InstallationState state = report.state();
        List<Line> lines = new ArrayList<>(List.of(
                line("files", counted(state.openFiles(), "files", state.oldestOpen()), Attention.FILE_WAITS),
                line("links", counted(state.waitingLinks(), "persons", state.oldestLink()), Attention.LINK_WAITS)));
        int late = report.late().size();
        lines.add(
                late == 0
                        ? well("late", text("health.none"))
                        : note("late", text("health.insurers", late), "late", "/operator/insurers?late=true"));
        return lines;
    }

    /** 処理ステータス of the files that are not through. */
    public String files() {
        return report.state().files().entrySet().stream()
                .map(file -> Status.ofCode(file.getKey()).label() + " " + Moments.count(file.getValue()))
                .collect(Collectors.joining("、"));
    }

    public List<Line> audit() {
        InstallationState state = report.state();
        List<Line> lines = new ArrayList<>();
        for (StreamEnd end : state.audit()) {
            lines.add(line(
                    "stream." + end.stream(),
                    text("health.stream.ends", Moments.count(end.lastNumber()), Moments.count(end.unanchored())),
                    Attention.HEADS_DIFFER));
        }
        lines.add(line("followed", behind(state.oldestUnfollowed()), Attention.LOG_BEHIND));
        lines.add(
                report.surroundings().has(Service.LOG_COLLECTOR)
                        ? line("forwarded", behind(state.oldestUnsent()), Attention.NOT_FORWARDED)
                        : note("forwarded", text("health.forwarded.not"), "forwarded.not", null));
        lines.add(verification());
        return lines;
    }

    private Line verification() {
        if (last == null) {
            return note("verified", text("health.verified.never"), "verified.never", "/operator/audit");
        }
        String value = text("chain.state." + ChainView.state(last)) + "（" + Moments.show(last.askedAt()) + "）";
        Line line = line("verified", value, Attention.AUDIT_TAMPERED);
        return last.state() == ChainVerification.State.GIVEN_UP && line.level() == Level.WELL
                ? note("verified", value, "verified.givenUp", "/operator/audit")
                : new Line(line.name(), value, line.level(), line.next(), "/operator/audit");
    }

    public List<Line> services() {
        return Arrays.stream(Service.values())
                .map(service -> report.surroundings().has(service)
                        ? well("service." + service, text("health.service.named"))
                        : note("service." + service, text("health.service.not"), "service." + service, null))
                .toList();
    }

    public List<Line> certificates() {
        return ending.stream()
                .mapToObj(number -> number == 0
                        ? well("certificates", text("health.none"))
                        : note(
                                "certificates",
                                text("health.institutions", number),
                                "certificates",
                                "/operator/certificates"))
                .toList();
    }

    /** Who waits longest stands first. */
    public List<Box> boxes() {
        return report.state().outbox().stream()
                .map(one -> new Box(one, one.oldest().plus(LONG_UNFETCHED).isBefore(report.at())))
                .toList();
    }

    public long unfetched() {
        return report.state().outbox().stream().mapToLong(Unfetched::count).sum();
    }

    /** When one of them last came to the end of a step. */
    public String lastDone(WorkersState work) {
        return work.count() == 0
                ? text("health.work.off")
                : work.sinceDone() == null
                        ? text("health.work.notYet")
                        : Moments.show(report.at().minus(work.sinceDone()));
    }

    public static String workState(WorkersState work) {
        return work.count() == 0
                ? "OFF"
                : work.alive() < work.count() ? "STOPPED" : work.failures() > 0 ? "FAILS" : "WELL";
    }

    public static String workMark(WorkersState work) {
        return switch (workState(work)) {
            case "OFF" -> "state-wait";
            case "WELL" -> "state-done";
            default -> "state-fail";
        };
    }

    /** What others have to do, or the operator might choose to: of the lines, those that are no matter of the settings. */
    public List<Line> notes() {
        List<Line> notes = new ArrayList<>(load());
        notes.addAll(audit());
        long slow = boxes().stream().filter(Box::isLong).count();
        if (slow > 0) {
            notes.add(note("outbox", text("health.insurers", slow), "outbox", "/operator/health"));
        }
        return notes.stream()
                .filter(line -> line.level() == Level.NOTE && line.link() != null)
                .toList();
    }

    /** Where more is told of it. */
    public static String page(Attention attention) {
        return attention == Attention.AUDIT_TAMPERED || attention == Attention.HEADS_DIFFER
                ? "/operator/audit"
                : "/operator/health";
    }

    private Line line(String name, String value, Attention attention) {
        boolean found = report.attention().contains(attention);
        return new Line(
                text("health.line." + name),
                value,
                found ? Level.ATTENTION : Level.WELL,
                found ? attention.nextStep() : null,
                null);
    }

    private static Line well(String name, String value) {
        return new Line(text("health.line." + name), value, Level.WELL, null, null);
    }

    private static Line note(String name, String value, String next, @Nullable String link) {
        return new Line(text("health.line." + name), value, Level.NOTE, text("health.note." + next), link);
    }

    private static String counted(long count, String unit, @Nullable Instant oldest) {
        return count == 0 || oldest == null
                ? text("health." + unit, Moments.count(count))
                : text("health." + unit, Moments.count(count)) + text("health.oldest", Moments.show(oldest));
    }

    /** What came just now is no delay. */
    private String behind(@Nullable Instant oldest) {
        return oldest == null || oldest.plus(USUAL).isAfter(report.at())
                ? text("health.upToDate")
                : text("health.behindSince", Moments.show(oldest));
    }
}
