package kaigo.intake;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.access.rules.Proposals;
import kaigo.intake.register.Arrival;
import kaigo.intake.register.ChunkLoader;
import kaigo.intake.register.StatedChunks;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import kaigo.layout.CanonicalForm;
import kaigo.layout.CheckOptions;
import kaigo.layout.DuplicateKeys;
import kaigo.layout.ErrorId;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.Target;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 登録処理: takes one received file from its progress mark to its end. Belongs to one worker; a chunk is
 * {@value #CHUNK} records and one transaction.
 */
final class Loader {

    static final int CHUNK = 10_000;
    private static final int TRIES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final Insurers insurers;
    private final ReceivedBytes received;
    private final Runs runs;
    private final FileStates states;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final KeyRing keys;
    private final Proposals proposals;
    private final InstantSource clock;

    Loader(LoadTools tools, PlatformTransactionManager transactions, DataSource database, InstantSource clock) {
        this.insurers = tools.insurers();
        this.received = tools.received();
        this.runs = tools.runs();
        this.states = tools.states();
        this.keys = tools.keys();
        this.proposals = tools.proposals();
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.clock = clock;
    }

    /** What every loader shares. */
    @Component
    record LoadTools(
            Gate gate,
            Insurers insurers,
            ReceivedBytes received,
            Runs runs,
            FileStates states,
            KeyRing keys,
            Proposals proposals) {}

    void load(JobPermit permit, ReceivedFile file) {
        Handling handling = Handling.find(file.interfaceId()).orElseThrow();
        Chunks chunks;
        switch (handling) {
            case Handling.Register(Target target) -> {
                if (file.progress().done() == 0 && runs.isOvertaken(permit, file)) {
                    states.refuse(permit, file, ErrorId.E1011);
                    return;
                }
                chunks = new Registering(permit, file, target);
            }
            case Handling.Compare() -> chunks = new Stating(permit, file);
        }
        new Pass(permit, file, handling.rule(), chunks).run();
        states.finish(permit, file);
    }

    private boolean relationErrors(ReceivedFile file) {
        return insurers.find(file.receipt().insurer()).orElseThrow().relationErrors();
    }

    /** What a pass does with its records. */
    private interface Chunks {

        Arrival arrival(Row row, CanonicalForm canonical);

        /**
         * In the running transaction.
         *
         * @param first whether nothing of this pass was committed before
         */
        void apply(List<Arrival> part, boolean first);
    }

    private final class Stating implements Chunks {
        private final JobPermit permit;
        private final ReceivedFile file;
        private final StatedChunks chunks = new StatedChunks(database, clock);

        Stating(JobPermit permit, ReceivedFile file) {
            this.permit = permit;
            this.file = file;
        }

        @Override
        public Arrival arrival(Row row, CanonicalForm canonical) {
            return Arrival.stating(row, Handling.Compare.KEY);
        }

        @Override
        public void apply(List<Arrival> part, boolean first) {
            chunks.apply(permit, file, part);
        }
    }

    private final class Registering implements Chunks {
        private final JobPermit permit;
        private final ReceivedFile file;
        private final Target target;
        private final ChunkLoader chunks;
        private final RecordCipher cipher;
        private final boolean repairs;

        Registering(JobPermit permit, ReceivedFile file, Target target) {
            this.permit = permit;
            this.file = file;
            this.target = target;
            this.chunks = new ChunkLoader(target, database, keys, clock, proposals, relationErrors(file));
            this.cipher = received.cipher(file.sealedId());
            this.repairs = runs.hasBegun(permit, file);
        }

        @Override
        public Arrival arrival(Row row, CanonicalForm canonical) {
            return Arrival.of(row, target, canonical);
        }

        @Override
        public void apply(List<Arrival> part, boolean first) {
            if (first && file.process() != ProcessingType.TEST) {
                runs.applied(permit, file);
            }
            chunks.apply(permit, file, part, repairs, cipher);
        }
    }

    /** One reading of the file. */
    private final class Pass {
        private final JobPermit permit;
        private final ReceivedFile file;
        private final RecordRule rule;
        private final Chunks chunks;
        private final List<Arrival> chunk = new ArrayList<>(CHUNK);
        private final Set<List<String>> keysInChunk = new HashSet<>();
        private boolean begun;

        Pass(JobPermit permit, ReceivedFile file, RecordRule rule, Chunks chunks) {
            this.permit = permit;
            this.file = file;
            this.rule = rule;
            this.chunks = chunks;
        }

        void run() {
            Insurer insurer = insurers.find(file.receipt().insurer()).orElseThrow();
            Layout layout = Layouts.find(file.interfaceId(), file.version()).orElseThrow();
            try (RecordFile records = received.openRecords(file.sealed(), layout, ReadOptions.standard())) {
                CheckOptions options = Checks.options(insurer, records.control(), rule);
                RecordChecker checker = new RecordChecker(records.layout(), options);
                DuplicateKeys duplicates = new DuplicateKeys(records.layout());
                CanonicalForm canonical = new CanonicalForm(records.layout());
                for (Row row = records.next(); row != null; row = records.next()) {
                    checker.check(row);
                    duplicates.check(row);
                    if (row.number() - 1 > file.progress().done()) {
                        arrive(row, canonical);
                    }
                }
            }
            flush();
        }

        private void arrive(Row row, CanonicalForm canonical) {
            Arrival arrival = chunks.arrival(row, canonical);
            boolean clean = !row.findings().hasErrors();
            if (chunk.size() == CHUNK || (clean && !keysInChunk.add(arrival.key()))) {
                flush();
                keysInChunk.add(arrival.key());
            }
            chunk.add(arrival);
        }

        private void flush() {
            if (!chunk.isEmpty()) {
                apply(chunk);
                permit.worked(chunk.size());
            }
            chunk.clear();
            keysInChunk.clear();
        }

        /** Halves a chunk that the database refuses until the record stands alone; that one is E9001. */
        private void apply(List<Arrival> part) {
            try {
                applyWithRetries(part);
            } catch (DataIntegrityViolationException e) {
                LOG.warn("{}: the database refused {} records", file.receipt(), part.size());
                if (part.size() == 1) {
                    part.getFirst().refuse(ErrorId.E9001);
                    applyWithRetries(part);
                    return;
                }
                part.forEach(Arrival::reset);
                int half = part.size() / 2;
                apply(part.subList(0, half));
                apply(part.subList(half, part.size()));
            }
        }

        private void applyWithRetries(List<Arrival> part) {
            for (int attempt = 1; ; attempt++) {
                try {
                    transaction.executeWithoutResult(status -> chunks.apply(part, !begun));
                    begun = true;
                    return;
                } catch (TransientDataAccessException e) {
                    if (attempt == TRIES) {
                        throw e;
                    }
                    part.forEach(Arrival::reset);
                }
            }
        }
    }
}
