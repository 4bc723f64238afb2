package kaigo.access;

import java.util.Comparator;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** A person at one insurer. */
public record PersonKey(InsurerNumber insurer, InsuredNumber insured) {

    public static final Comparator<PersonKey> IN_ORDER = Comparator.<PersonKey, String>comparing(
                    person -> person.insurer().value())
            .thenComparing(person -> person.insured().value());
}
