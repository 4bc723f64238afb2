package kaigo.intake;

import java.time.LocalDate;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 連携が遅れている保険者 (rulings 34).
 *
 * @param lastDaily day of the last daily file, or null if there was none
 * @param missed working days that went by without one
 */
public record LateInsurer(
        InsurerNumber number, String name, @Nullable LocalDate lastDaily, int missed) {}
