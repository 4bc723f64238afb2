package kaigo.access;

/** 処理の許し: one run of a named job. What it reads never reaches an answer; its entry holds the count. */
public final class JobPermit implements Permit {

    private long count;

    JobPermit() {}

    /** Counts records that this run has worked on for good. Belongs to the thread of the run. */
    public void worked(long records) {
        count += records;
    }

    long count() {
        return count;
    }
}
