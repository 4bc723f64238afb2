package kaigo;

import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** What stands for a person in the addresses of {@link TestServer}. */
public final class Handles {

    private Handles() {}

    public static String of(InsurerNumber insurer, String insured) {
        return TestServer.bean(PersonHandles.class).of(new PersonKey(insurer, InsuredNumber.of(insured)));
    }
}
