package kaigo.access;

import java.util.List;

/** 本人の許し: what concerns one of the insured, at each of its insurers, for itself or who represents it. */
public final class SelfPermit extends Ending implements Permit {

    private final List<PersonKey> files;

    SelfPermit(List<PersonKey> files) {
        this.files = List.copyOf(files);
    }

    /** Throws IllegalStateException once the look is over. */
    public List<PersonKey> files() {
        requireOpen();
        return files;
    }
}
