package kaigo.identity;

/** サインインの結果: signed in, half-way, or refused. Why is told to nobody but the audit stream. */
public sealed interface SignIn {

    record Accepted(StaffAccount account) implements SignIn {}

    /** The password of a 委員 was right; a code has to follow. */
    record CodeNeeded(StaffAccount account) implements SignIn {}

    /** Wrong name, wrong password, locked and inactive look the same from outside. */
    record Refused() implements SignIn {}
}
