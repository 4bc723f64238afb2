package kaigo.identity;

/** サインインの結果: signed in, half-way, or refused. Why is told to nobody but the audit stream. */
public sealed interface SignIn {

    record Accepted(StaffAccount account) implements SignIn {}

    /** The password was right; a code to this address has to follow. */
    record CodeNeeded(StaffAccount account, String mail) implements SignIn {}

    /** The password was right, but there is no address for a code. */
    record NoAddress() implements SignIn {}

    /** Wrong name, wrong password, locked and inactive look the same from outside. */
    record Refused() implements SignIn {}
}
