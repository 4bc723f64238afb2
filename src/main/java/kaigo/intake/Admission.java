package kaigo.intake;

import java.time.LocalDate;
import java.util.function.Predicate;
import kaigo.layout.Control;
import kaigo.layout.ErrorId;
import kaigo.layout.Layout;
import kaigo.layout.Limits;
import kaigo.layout.ProcessingType;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.UnusableFile;
import kaigo.participants.Insurer;
import kaigo.shared.InsurerViewer.Role;
import kaigo.shared.JapaneseDates;

/**
 * 受け付けの可否: which files are taken of an insurer today.
 *
 * @param sender who sends them
 */
record Admission(Insurer insurer, Role sender, LocalDate today) {

    /** To read a file that came by itself. */
    ReadOptions options(Incoming incoming) {
        Limits standard = Limits.standard();
        Limits limits = new Limits(
                Math.min(incoming.limit(), standard.bytes()),
                standard.records(),
                standard.recordLength(),
                standard.columns());
        return options(limits, incoming::takes);
    }

    /** To read the parts of a set. */
    ReadOptions options() {
        return options(Limits.standard(), interfaceId -> true);
    }

    private ReadOptions options(Limits limits, Predicate<String> interfaces) {
        return new ReadOptions(
                Handling.layouts().stream()
                        .filter(layout -> insurer.acceptedVersions().contains(layout.version()))
                        .filter(layout -> interfaces.test(layout.interfaceId()))
                        .toList(),
                false,
                limits);
    }

    /** @throws UnusableFile if such a file is not taken */
    void require(RecordFile records) {
        requireSender(records);
        requireDay(records.control());
    }

    /** The claims feed comes from the 国保連合会 alone, and nothing else does (rulings 29). */
    private void requireSender(RecordFile records) {
        boolean ofFederation = records.layout().head().direction().equals(Layout.FROM_FEDERATION);
        boolean ofInsurer =
                records.control().insurerNumber().equals(insurer.number().value());
        if (!ofInsurer || ofFederation != (sender == Role.FEDERATION)) {
            throw new UnusableFile(ErrorId.E1002, 1);
        }
    }

    private void requireDay(Control control) {
        LocalDate base = insurer.baseDate();
        if (control.processingType() == ProcessingType.INITIAL && base != null && !base.equals(control.baseDate())) {
            throw new UnusableFile(ErrorId.E1015, 1, JapaneseDates.both(base));
        }
        boolean taken = switch (control.processingType()) {
            case INITIAL -> insurer.takesInitialLoad(today);
            case DAILY, RESEND -> insurer.takesDaily(today);
            case TEST -> true;
        };
        if (!taken) {
            throw new UnusableFile(ErrorId.E1010, 1, control.processingType().label());
        }
    }
}
