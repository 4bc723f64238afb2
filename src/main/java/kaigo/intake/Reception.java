package kaigo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Purpose;
import kaigo.documents.Documents;
import kaigo.documents.Kept;
import kaigo.intake.ReceivedFile.Content;
import kaigo.keys.SealedFile;
import kaigo.layout.Control;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.RecordFile;
import kaigo.layout.UnusableFile;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.UuidV7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final Runnable wake;

    /** One more than there are cores: somebody always waits for the disk. */
    private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors() + 1);

    Reception(Parts parts, PlatformTransactionManager transactions, UuidV7 ids, InstantSource clock, Runnable wake) {
        this.gate = parts.gate();
        this.insurers = parts.insurers();
        this.received = parts.received();
        this.files = parts.files();
        this.runs = parts.runs();
        this.documents = parts.documents();
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.clock = clock;
        this.wake = wake;
    }

    @Component
    record Parts(
            Gate gate, Insurers insurers, ReceivedBytes received, FileStore files, Runs runs, Documents documents) {}

    /** One request with one file. Throws UncheckedIOException if the sender's connection breaks. */
    public Answer receive(InsurerViewer sender, Incoming incoming) {
        return act(sender, delivery -> delivery.receive(incoming));
    }

    /** What a sender's request holds. */
    public interface Request {
        void arrive(Delivery delivery) throws IOException;
    }

    /** One request, however many files it holds. Throws UncheckedIOException if the sender's connection breaks. */
    public void receiveAll(InsurerViewer sender, Request request) {
        act(sender, delivery -> {
            try {
                request.arrive(delivery);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A request is one act, on record before a byte is read: so a refused file is on record too, and once. */
    private <T> T act(InsurerViewer sender, Function<Delivery, T> request) {
        return gate.act(sender, Purpose.SEND_FILE, List.of(), permit -> {
            Delivery delivery = new Delivery(permit, sender);
            try {
                return request.apply(delivery);
            } finally {
                delivery.sets.values().forEach(ReceivedSet::destroy); // those that nobody finished
            }
        });
    }

    /** 一回の送信: receives the files of one request, while it lasts. */
    public final class Delivery {
        private final InsurerPermit permit;
        private final InsurerViewer sender;
        private final Map<FileName, ReceivedSet> sets = new LinkedHashMap<>();

        private Delivery(InsurerPermit permit, InsurerViewer sender) {
            this.permit = permit;
            this.sender = sender;
        }

        /** Nothing is kept of a file that ends with an exception. */
        public Answer receive(Incoming incoming) {
            UUID sealedId = ids.next();
            return turns.take(
                    () -> answer(() -> seal(admission(), turns.letting(incoming), sealedId), () -> List.of(sealedId)));
        }

        /** A PDF. Throws IOException if the sender's connection breaks. */
        public Kept keep(InputStream bytes) throws IOException {
            return documents.keep(permit, sender, bytes, null);
        }

        /**
         * Keeps a part of a set, or a file whose documents may come behind it, until {@link #finishSets}.
         *
         * @throws UnusableFile as {@link ReceivedSet#add}
         */
        public void receivePart(FileName name, Incoming incoming) {
            FileName whole = name.part().isEmpty() ? name : name.set();
            ReceivedSet set = sets.computeIfAbsent(whole, same -> new ReceivedSet(received));
            turns.take(() -> {
                set.add(name, ids.next(), turns.letting(incoming));
                return set;
            });
        }

        /** The answers to what was kept so far in this request, by the name of each. */
        public Map<FileName, Answer> finishSets() {
            Map<FileName, Answer> answers = new LinkedHashMap<>();
            sets.forEach((name, set) ->
                    answers.put(name, turns.take(() -> answer(() -> read(admission(), name, set), set::sealed))));
            sets.clear();
            return answers;
        }

        private Admission admission() {
            return new Admission(
                    insurers.find(permit.insurer()).orElseThrow(), sender.role(), Days.of(clock.instant()));
        }

        private Answer answer(Supplier<Read> reading, Supplier<List<UUID>> sealed) {
            try {
                return register(permit, sender, reading.get(), sealed.get());
            } catch (UnusableFile e) {
                sealed.get().forEach(received::destroy);
                return new Answer.Refused(e, null);
            } catch (RuntimeException e) {
                sealed.get().forEach(received::destroy);
                throw e;
            }
        }
    }

    /** What the first reading found. */
    private record Read(
            Control control,
            Content content,
            kaigo.layout.Form form,
            int sequence,
            @Nullable String name) {}

    private Read seal(Admission admission, Incoming incoming, UUID sealedId) {
        FileName name = incoming.name() == null ? null : FileName.parse(incoming.name());
        try (SealedFile sealed = received.create(sealedId);
                DigestingTee tee = new DigestingTee(incoming.bytes(), sealed.out());
                RecordFile records = RecordFile.open(tee, admission.options(incoming))) {
            readThrough(admission, name, records);
            tee.drain();
            sealed.finish();
            Content content = new Content(tee.sha256(), tee.bytes(), records.dataRecords());
            int sequence = name == null ? 1 : name.sequence();
            return new Read(records.control(), content, records.form(), sequence, incoming.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read(Admission admission, FileName name, ReceivedSet set) {
        try (RecordFile records = set.open(admission.options())) {
            readThrough(admission, name, records);
            return new Read(
                    records.control(),
                    set.content(records.dataRecords()),
                    records.form(),
                    name.sequence(),
                    name.toString());
        }
    }

    private static void readThrough(Admission admission, @Nullable FileName name, RecordFile records) {
        if (name != null) {
            name.requireAgreement(records.control());
        }
        admission.require(records);
        while (records.next() != null) {
            // Reading to the end is the check.
        }
    }

    private Answer register(InsurerPermit permit, InsurerViewer sender, Read read, List<UUID> sealed) {
        Answer answer = transaction.execute(status -> {
            Answer decided = add(permit, sender, read, sealed);
            if (decided instanceof Answer.Refused) {
                status.setRollbackOnly(); // the 受付番号 is given back
            }
            return decided;
        });
        if (answer instanceof Answer.Accepted) {
            wake.run();
        } else {
            sealed.forEach(received::destroy);
        }
        return answer;
    }

    private Answer add(InsurerPermit permit, InsurerViewer sender, Read read, List<UUID> sealed) {
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
                sealed,
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
