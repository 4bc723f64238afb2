package kaigo.intake.rules;

import kaigo.layout.ErrorId;

/** 次にすること about a record with an error (proposed, ours). */
public enum NextStep {
    /** 直して送り直す. */
    MEND,
    /** 連携できない方の手順で確認する. */
    CHECK_LINK,
    /** もう一度送り、続くなら運用窓口に知らせる. */
    SEND_AGAIN;

    public static NextStep of(ErrorId id) {
        return switch (id.group()) {
            case RECEPTION, STATE, ITEM, RELATION -> MEND;
            case LINKING -> CHECK_LINK;
            case SYSTEM -> SEND_AGAIN;
        };
    }
}
