package kaigo.access;

import java.util.Optional;
import java.util.function.UnaryOperator;
import kaigo.keys.ConcealedNames;
import kaigo.keys.KeyRing;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/**
 * 利用者の符号: what stands for a person in an address, where a number would be seen by others (proposed, ours;
 * docs/decisions/0031). It opens nothing: the gate decides for each who comes with it.
 */
@Component
public class PersonHandles {

    private static final int INSURER = 6;

    private final ConcealedNames names;

    public PersonHandles(KeyRing keys) {
        this.names = new ConcealedNames(keys, "person");
    }

    /** 43 characters: letters, digits, hyphens, underscores. */
    public String of(PersonKey person) {
        return names.conceal(person.insurer().value() + person.insured().value());
    }

    /** 被保険者番号 of one insurer to their handles. */
    public UnaryOperator<String> at(InsurerNumber insurer) {
        return number -> of(new PersonKey(insurer, new InsuredNumber(number)));
    }

    /** Empty for what is no handle of ours. */
    public Optional<PersonKey> find(String handle) {
        return names.reveal(handle)
                .map(name -> new PersonKey(
                        new InsurerNumber(name.substring(0, INSURER)), new InsuredNumber(name.substring(INSURER))));
    }

    /** Empty for a person of another insurer, too. */
    public Optional<InsuredNumber> find(String handle, InsurerNumber insurer) {
        return find(handle).filter(person -> person.insurer().equals(insurer)).map(PersonKey::insured);
    }
}
