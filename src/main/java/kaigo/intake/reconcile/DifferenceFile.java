package kaigo.intake.reconcile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.Receipt;
import kaigo.layout.Layouts;
import kaigo.screens.ScreenText;
import kaigo.screens.SpreadsheetCsv;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 相違の一覧 as CSV for people: with a head line. */
@Component
public class DifferenceFile {

    private static final int PAGE = 10_000;

    private final Gate gate;
    private final ReconciliationStore store;
    private final DifferenceStore differences;

    DifferenceFile(Gate gate, ReconciliationStore store, DifferenceStore differences) {
        this.gate = gate;
        this.store = store;
        this.differences = differences;
    }

    /** Where the file is written to; asked once it is certain that it leaves. */
    public interface Destination {
        OutputStream open(Reconciliation reconciliation) throws IOException;
    }

    /** What became of a request for the file. */
    public enum Sent {
        WHOLE,
        /** Not compared yet; nothing was written. */
        NOT_READY,
        ABSENT
    }

    /** Streams to what {@code destination} opens, and closes it; memory does not grow with the file. */
    public Sent send(InsurerViewer viewer, Receipt file, Destination destination) {
        return gate.look(viewer, Purpose.READ_RECONCILIATION, permit -> find(permit, file), (permit, found) -> {
            if (found.isEmpty()) {
                return Sent.ABSENT;
            }
            if (found.get().comparedAt() == null) {
                return Sent.NOT_READY;
            }
            write(permit, found.get(), destination);
            return Sent.WHOLE;
        });
    }

    private Looked<Optional<Reconciliation>> find(InsurerPermit permit, Receipt file) {
        Optional<Reconciliation> found = store.find(permit, file);
        return found.filter(one -> one.comparedAt() != null)
                .map(one -> {
                    DifferenceStore.Persons persons = differences.digest(permit, one.receipt());
                    return Looked.atList(found, "reconciliation " + one.receipt(), persons.count(), persons.sha256());
                })
                .orElse(Looked.aboutNobody(found));
    }

    private void write(InsurerPermit permit, Reconciliation one, Destination destination) {
        try (OutputStream out = destination.open(one)) {
            SpreadsheetCsv.write(out, csv -> write(csv, permit, one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(SpreadsheetCsv csv, InsurerPermit permit, Reconciliation one) {
        csv.writeRecord(ScreenText.text("reconciliation.csv.head").split(","));
        Reconciliations.Section section = Reconciliations.Section.WHOLE;
        List<Difference> page;
        do {
            page = differences.list(permit, one.receipt(), section, PAGE);
            page.forEach(difference -> write(csv, difference));
            section = page.isEmpty() ? section : section.after(page.getLast().number());
        } while (page.size() == PAGE);
    }

    private static void write(SpreadsheetCsv csv, Difference difference) {
        csv.writeRecord(
                difference.interfaceId(),
                Layouts.newest(difference.interfaceId()).orElseThrow().head().name(),
                ScreenText.text("difference." + difference.kind()),
                difference.insuredNumber(),
                difference.historyNo(),
                difference.restKey(),
                ScreenText.text("difference." + difference.kind() + ".send"));
    }
}
