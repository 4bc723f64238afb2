package kaigo.certificates;

import java.time.Duration;
import java.time.Instant;

/** 有効期間 of a certificate, both ends included. */
public record Validity(Instant from, Instant until) {

    /** From an hour ago, for clocks that are behind, until so many days from now. */
    public static Validity days(Instant now, int days) {
        return new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(days)));
    }
}
