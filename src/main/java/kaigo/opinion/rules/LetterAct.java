package kaigo.opinion.rules;

/** 意見書にすること. */
public enum LetterAct {
    SAVE(false),
    /** 確定: a doctor stands for it. */
    CONFIRM(true),
    /** Back to the draft. */
    REOPEN(false),
    SEND(true),
    /** A new version, of what was sent. */
    AGAIN(false),
    /** 取りやめ of what was never sent. */
    DROP(false),
    /** 対応済み of a 差戻し. */
    SETTLE(false);

    private final boolean ofDoctor;

    LetterAct(boolean ofDoctor) {
        this.ofDoctor = ofDoctor;
    }

    /** Only of a 医師; a 医師事務作業補助者 drafts. */
    public boolean isOfDoctor() {
        return ofDoctor;
    }
}
