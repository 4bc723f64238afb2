package kaigo.intake;

import java.util.List;
import kaigo.layout.CheckOptions;
import kaigo.layout.CheckOptions.Outside;
import kaigo.layout.Control;
import kaigo.layout.RecordRule;
import kaigo.participants.Insurer;

/** The check options of an insurer's file: the same for reception, registration and the offline check. */
final class Checks {

    private Checks() {}

    static CheckOptions options(Insurer insurer, Control control, RecordRule rule) {
        Outside outside = switch (insurer.outsideJisX0213()) {
            case REFUSE -> Outside.REFUSE;
            case MARK -> Outside.MARK;
        };
        return new CheckOptions(
                outside, insurer.checkDigit(), insurer.relationErrors(), control.insurerNumber(), List.of(rule));
    }
}
