package kaigo.access;

/** 処理の許し: one run of a named job. What it reads never reaches an answer; its entry holds the count. */
public final class JobPermit implements Permit {

    private final String job;

    JobPermit(String job) {
        this.job = job;
    }

    public String job() {
        return job;
    }
}
