package kaigo.access.rules;

import kaigo.shared.Messages;

/**
 * 確かめること: the questions of the rule, in the order in which it asks them (rulings 15). Texts: {@code question.NAME} in
 * messages_ja.properties.
 */
public enum Question {
    /** アカウント、証明書、事業所. */
    ACCOUNT,
    /** 機能が使われているか. */
    FUNCTION,
    /** 利用開始日. */
    START,
    /** 情報共有の表のます. */
    CELL,
    /** ※4. */
    PAPER,
    /** 本人との関係: own insured, self, 本人確認, 作成依頼, meeting. */
    RELATION,
    /** 職種. */
    JOB,
    /** 認定済みか. */
    CERTIFICATION,
    /** 包括同意. */
    CONSENT;

    public String text() {
        return Messages.of("question." + name());
    }
}
