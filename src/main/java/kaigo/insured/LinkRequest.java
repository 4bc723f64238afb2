package kaigo.insured;

import org.jspecify.annotations.Nullable;

/** 連携の要否: what a registered M01 record does to the person's link (settled 32). */
public enum LinkRequest {
    /** The key is asked for (again). */
    ASK,
    /** There is no マイナンバー to ask with: registered with E5002. */
    NUMBER_MISSING,
    /** The link stays as it is. */
    LEAVE,
    /** The person was deleted: the link is cut. */
    CUT;

    /**
     * For a record that was registered anew (created or revived).
     *
     * @param hasNumber whether the record carries a マイナンバー
     */
    public static LinkRequest forNew(boolean hasNumber) {
        return hasNumber ? ASK : NUMBER_MISSING;
    }

    /**
     * For a 更新, changed or not: the key is asked for again only if the person is not linked or the number is another
     * one. A 更新 without a number asks for nothing; where none was ever known it says so again.
     *
     * @param sameNumber whether the keyed hash of the number equals the stored one
     */
    public static LinkRequest forUpdate(@Nullable LinkState current, boolean hasNumber, boolean sameNumber) {
        if (!hasNumber) {
            return current == null || current == LinkState.NUMBER_MISSING ? NUMBER_MISSING : LEAVE;
        }
        return current == LinkState.LINKED && sameNumber ? LEAVE : ASK;
    }
}
