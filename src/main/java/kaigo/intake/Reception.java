package kaigo.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Purpose;
import kaigo.intake.ReceivedFile.Content;
import kaigo.keys.SealedFile;
import kaigo.layout.Control;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.Layout;
import kaigo.layout.Limits;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.UnusableFile;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 受付: reads the bytes once while they come, sealing them on the way; checks the form only (name, size, encoding, control
 * record, counts, the same file twice) and answers at once. Whatever was answered with a 受付番号 is durable.
 */
public final class Reception {

    private final Gate gate;
    private final Insurers insurers;
    private final ReceivedBytes received;
    private final FileStore files;
    private final Runs runs;
    private final TransactionTemplate transaction;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final Runnable wake;

    Reception(Parts parts, PlatformTransactionManager transactions, UuidV7 ids, InstantSource clock, Runnable wake) {
        this.gate = parts.gate();
        this.insurers = parts.insurers();
        this.received = parts.received();
        this.files = parts.files();
        this.runs = parts.runs();
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
        this.wake = wake;
    }

    record Parts(Gate gate, Insurers insurers, ReceivedBytes received, FileStore files, Runs runs) {}

    /** Throws UncheckedIOException if the sender's connection breaks; nothing is kept of such a file. */
    public Answer receive(InsurerViewer sender, Incoming incoming) {
        Insurer insurer = insurers.find(sender.insurer()).orElseThrow();
        UUID sealedId = ids.next();
        try {
            Read read = seal(insurer, incoming, sealedId);
            return gate.act(sender, Purpose.SEND_FILE, List.of(), permit -> register(permit, sender, read, sealedId));
        } catch (UnusableFile e) {
            received.destroy(sealedId);
            return new Answer.Refused(e, null);
        } catch (RuntimeException e) {
            received.destroy(sealedId);
            throw e;
        }
    }

    /** What the first reading found. */
    private record Read(
            Control control,
            Content content,
            kaigo.layout.Form form,
            int sequence,
            @Nullable String name) {}

    private Read seal(Insurer insurer, Incoming incoming, UUID sealedId) {
        FileName name = incoming.name() == null ? null : FileName.parse(incoming.name());
        try (SealedFile sealed = received.create(sealedId);
                DigestingTee tee = new DigestingTee(incoming.bytes(), sealed.out());
                RecordFile records = RecordFile.open(tee, options(insurer, incoming))) {
            Control control = records.control();
            if (name != null) {
                name.requireAgreement(control);
            }
            requireAllowed(insurer, control);
            while (records.next() != null) {
                // Reading to the end is the check.
            }
            tee.drain();
            sealed.finish();
            Content content = new Content(tee.sha256(), tee.bytes(), records.dataRecords());
            int sequence = name == null ? 1 : name.sequence();
            return new Read(control, content, records.form(), sequence, incoming.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadOptions options(Insurer insurer, Incoming incoming) {
        List<Layout> accepted = Targets.layouts().stream()
                .filter(layout -> insurer.acceptedVersions().contains(layout.version()))
                .filter(layout -> incoming.takes(layout.interfaceId()))
                .toList();
        Limits standard = Limits.standard();
        return new ReadOptions(
                accepted,
                false,
                new Limits(
                        Math.min(incoming.limit(), standard.bytes()),
                        standard.records(),
                        standard.recordLength(),
                        standard.columns()));
    }

    private void requireAllowed(Insurer insurer, Control control) {
        if (!control.insurerNumber().equals(insurer.number().value())) {
            throw new UnusableFile(ErrorId.E1002, 1);
        }
        LocalDate today = Days.of(clock.instant());
        boolean taken = switch (control.processingType()) {
            case INITIAL -> insurer.takesInitialLoad(today);
            case DAILY, RESEND -> insurer.takesDaily(today);
            case TEST -> true;
        };
        if (!taken) {
            throw new UnusableFile(ErrorId.E1010, 1, control.processingType().label());
        }
    }

    private Answer register(InsurerPermit permit, InsurerViewer sender, Read read, UUID sealedId) {
        Answer answer = transaction.execute(status -> add(permit, sender, read, sealedId));
        if (answer instanceof Answer.Accepted) {
            wake.run();
        } else {
            received.destroy(sealedId);
        }
        return answer;
    }

    private Answer add(InsurerPermit permit, InsurerViewer sender, Read read, UUID sealedId) {
        Instant now = clock.instant();
        Receipt receipt = files.nextReceipt(permit, Days.of(now));
        Control control = read.control();
        ReceivedFile file = new ReceivedFile(
                receipt,
                control.interfaceId(),
                control.version(),
                control.processingType(),
                control.baseDate(),
                control.createdAt().atZone(Days.JAPAN).toInstant(),
                read.sequence(),
                read.name(),
                sealedId,
                read.form(),
                read.content(),
                new ReceivedFile.Reception(now, sender.actor()),
                ReceivedFile.Progress.none());
        if (runs.isOvertaken(permit, file)) {
            return new Answer.Refused(new UnusableFile(ErrorId.E1011, 0), null);
        }
        if (!files.add(permit, file)) {
            Receipt first = files.findSame(permit, read.content().sha256()).orElseThrow();
            return new Answer.Refused(new UnusableFile(ErrorId.E1008, 0, first.toString()), first);
        }
        return new Answer.Accepted(
                receipt, control.interfaceId(), read.content().records());
    }
}
