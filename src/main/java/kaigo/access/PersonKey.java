package kaigo.access;

import java.util.Collection;
import java.util.Comparator;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** A person at one insurer. */
public record PersonKey(InsurerNumber insurer, InsuredNumber insured) {

    public static final Comparator<PersonKey> IN_ORDER = Comparator.<PersonKey, String>comparing(
                    person -> person.insurer().value())
            .thenComparing(person -> person.insured().value());

    /** 保険者番号 of each, for a statement about all of them. */
    public static String[] insurers(Collection<PersonKey> persons) {
        return persons.stream().map(person -> person.insurer().value()).toArray(String[]::new);
    }

    /** 被保険者番号 of each, in the same order. */
    public static String[] insureds(Collection<PersonKey> persons) {
        return persons.stream().map(person -> person.insured().value()).toArray(String[]::new);
    }
}
