package kaigo.viewing.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 適用期間: whether something holds on a day (rulings 44). Texts: {@code timeliness.NAME}. */
public enum Timeliness {
    IN_FORCE,
    /** 期間を超えている情報です。 */
    OVER,
    /** 適用開始前の情報です。 */
    NOT_YET;

    /** Without a first or last day it has always begun, or does not end. */
    static Timeliness of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (to != null && today.isAfter(to)) {
            return OVER;
        }
        return from != null && today.isBefore(from) ? NOT_YET : IN_FORCE;
    }
}
