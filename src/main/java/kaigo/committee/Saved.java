package kaigo.committee;

/** 保存の答え. Texts of the refusals: {@code committee.saved.NAME} in screens_ja.properties. */
public enum Saved {
    DONE,
    /** The case is not among the papers any more. */
    ABSENT,
    /** The meeting's time has come: no level is entered any more. */
    TOO_LATE,
    TOO_LONG,
    /** May hold a マイナンバー, which is kept nowhere. */
    SECRET
}
