package kaigo.intake.past;

import java.time.Instant;
import java.util.List;
import kaigo.layout.Layout;

/**
 * What the platform showed of a person at an instant.
 *
 * @param at the instant
 * @param isProtected whether the person is under 支援措置 now, whatever was so then
 * @param interfaces those with records; none while no M01 was registered
 * @param changes the newest first; none if nothing was ever registered
 */
public record PastState(
        String insuredNumber, Instant at, boolean isProtected, List<OfInterface> interfaces, List<Change> changes) {

    /** Something was registered, replaced or deleted, by records of these interfaces. */
    public record Change(Instant at, List<String> interfaces) {}

    /** The records of one interface, in the order of their keys. */
    public record OfInterface(Layout layout, List<PastRecord> records) {}
}
