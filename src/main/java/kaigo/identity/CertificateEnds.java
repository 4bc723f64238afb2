package kaigo.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** 証明書の期限が近いとき: the steps at which it is told, more urgently each time [P]. */
public final class CertificateEnds {

    /** Days before the end. */
    public static final List<Integer> STEPS = List.of(90, 60, 30, 14, 7);

    private CertificateEnds() {}

    public static long daysLeft(LocalDate today, LocalDate lastDay) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    /** The step that is reached: the smallest one that is not less than the days left; none before the first, or after the end. */
    public static Optional<Integer> step(LocalDate today, LocalDate lastDay) {
        long left = daysLeft(today, lastDay);
        return left < 0
                ? Optional.empty()
                : STEPS.stream().filter(step -> left <= step).reduce((one, later) -> later);
    }
}
