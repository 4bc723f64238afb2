package kaigo.identity;

/** Why a sign-in without certificate did not go on; all but the first are told after the right password only. */
public enum SignInProblem {
    REFUSED,
    NO_ADDRESS,
    MAIL_NOT_SENT
}
