package kaigo.cli;

import java.util.List;
import kaigo.layout.CheckOptions;
import kaigo.layout.CheckOptions.Outside;
import kaigo.layout.Control;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.RecordRule;
import kaigo.layout.UnusableFile;
import org.jspecify.annotations.Nullable;

/**
 * チェック条件: what the server would know about the insurer (its switches, proposed, ours) and the offline check is told.
 *
 * @param insurerNumber the sender, whose files alone are right (E1002); null takes any
 * @param checkDigits false for test insurers with dummy numbers
 * @param relationErrors whether relation checks that only warn are errors
 * @param outside what becomes of a character outside JIS X 0213
 * @param names whether the file name must have its form and agree with the control record (E1001)
 */
record CheckProfile(
        @Nullable String insurerNumber, boolean checkDigits, boolean relationErrors, Outside outside, boolean names) {

    /** What the reception asks of the control record, as far as it can be known offline. */
    void requireAccepted(@Nullable FileName name, Control control) {
        if (name != null) {
            name.requireAgreement(control);
        }
        if (insurerNumber != null && !insurerNumber.equals(control.insurerNumber())) {
            throw new UnusableFile(ErrorId.E1002, 1);
        }
    }

    CheckOptions options(Control control, RecordRule rule) {
        return new CheckOptions(outside, checkDigits, relationErrors, control.insurerNumber(), List.of(rule));
    }
}
