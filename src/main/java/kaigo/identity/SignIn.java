package kaigo.identity;

import kaigo.shared.InsurerNumber;

/** サインインの結果: signed in, or refused. Why is told to nobody but the audit stream. */
public sealed interface SignIn {

    /** @param credential see {@link StaffAccount#credential} */
    record Accepted(InsurerNumber insurer, String login, String displayName, String credential) implements SignIn {}

    /** Wrong name, wrong password, locked and inactive look the same from outside. */
    record Refused() implements SignIn {}
}
