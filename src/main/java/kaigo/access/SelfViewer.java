package kaigo.access;

import java.util.List;

/**
 * 被保険者本人, signed in.
 *
 * @param files its own, of each of its insurers; at least one
 * @param byProxy somebody who represents it looks, perhaps a relative
 */
public record SelfViewer(List<PersonKey> files, boolean byProxy, String requestId) {

    public SelfViewer {
        files = List.copyOf(files);
    }

    String actor() {
        PersonKey first = files.getFirst();
        return "insured:" + first.insurer().value() + "/" + first.insured().value();
    }
}
