package kaigo.intake;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.intake.register.FileTakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 登録処理の一歩: takes the next file of any lane and loads it. Belongs to one thread. */
final class LoadWork implements BooleanSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(LoadWork.class);

    private final Gate gate;
    private final FileStore files;
    private final Loader loader;
    private final Runnable afterwards;

    /** @param afterwards wakes those who ask for keys */
    LoadWork(Gate gate, FileStore files, Loader loader, Runnable afterwards) {
        this.gate = gate;
        this.files = files;
        this.loader = loader;
        this.afterwards = afterwards;
    }

    @Override
    public boolean getAsBoolean() {
        boolean[] found = {false};
        gate.job("load", UUID.randomUUID().toString(), permit -> {
            Optional<ReceivedFile> file = files.claim(permit);
            found[0] = file.isPresent();
            file.ifPresent(one -> load(permit, one));
        });
        return found[0];
    }

    private void load(JobPermit permit, ReceivedFile file) {
        try {
            loader.load(permit, file);
            afterwards.run();
        } catch (FileTakenOver e) {
            LOG.info("{} went on with another worker", file.receipt());
        } catch (RuntimeException e) {
            files.release(permit, file);
            throw e;
        }
    }
}
