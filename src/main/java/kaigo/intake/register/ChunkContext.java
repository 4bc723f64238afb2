package kaigo.intake.register;

import java.time.Instant;
import kaigo.intake.Receipt;
import kaigo.intake.ReceivedFile;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;

/** What is the same for every record of a chunk. */
record ChunkContext(ReceivedFile file, Instant now, String nowText) {

    static ChunkContext of(ReceivedFile file, Instant now) {
        return new ChunkContext(file, now, now.toString());
    }

    Receipt receipt() {
        return file.receipt();
    }

    InsurerNumber insurer() {
        return file.receipt().insurer();
    }

    boolean isTest() {
        return file.process() == ProcessingType.TEST;
    }
}
