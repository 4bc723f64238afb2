package kaigo.operations.web;

import java.util.List;
import java.util.Objects;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.operations.ChainVerification;
import kaigo.operations.ChainVerification.Found;
import kaigo.operations.ChainVerification.State;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/** What the page 「監査記録の検証」 shows. @param all newest first */
public record ChainView(List<ChainVerification> all) {

    public @Nullable ChainVerification last() {
        return all.isEmpty() ? null : all.getFirst();
    }

    public boolean isUnderWay() {
        ChainVerification last = last();
        return last != null && last.isUnderWay();
    }

    /** In one word: how it stands, and what came out. */
    public static String state(ChainVerification one) {
        return one.state() != State.DONE ? one.state().name() : one.isSound() ? "SOUND" : "TAMPERED";
    }

    /** Class of the style sheet. */
    public static String mark(ChainVerification one) {
        return switch (one.state()) {
            case WAITING -> "state-wait";
            case RUNNING -> "state-run";
            case DONE -> one.isSound() ? "state-done" : "state-fail";
            case GIVEN_UP -> "state-warn";
        };
    }

    public static String stream(Found found) {
        return ScreenText.text(
                switch (found.stream()) {
                    case AuditLog.SERVER -> "chain.stream.server";
                    case AuditLog.OPERATOR -> "chain.stream.operator";
                    default -> "chain.stream.other";
                },
                found.stream());
    }

    /** Where it breaks, in Japanese. */
    public static String fault(Fault fault) {
        return ScreenText.text("chain.fault." + fault.kind(), Moments.count(fault.number()));
    }

    /** Those streams in which something shows. */
    public static List<Found> broken(ChainVerification one) {
        return one.found().stream().filter(found -> found.fault() != null).toList();
    }

    public static Fault faultOf(Found found) {
        return Objects.requireNonNull(found.fault());
    }
}
