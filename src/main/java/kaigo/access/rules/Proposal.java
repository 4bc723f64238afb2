package kaigo.access.rules;

/**
 * 提案の切替え: where the printed table and the briefing leave open what holds, this system proposes, and an operator can
 * choose otherwise. Never official. {@code docs/proposals.md} is made from this list.
 */
public enum Proposal {
    CERT_APPLICATION_OPEN(true, "要介護認定申請書の欄を使う（令和8年度下期実装予定がこの欄を指すかは不明）"),
    LIFE_OPEN(false, "LIFE情報を使う（公式には未開始）"),
    CARE_PLANS_OPEN(false, "登録済みケアプランを使う（公式には未開始）"),
    ONLY_CERTIFIED_APPLICATIONS(true, "調査票・意見書・審査会資料は、その申請が認定された後にだけ事業所・医療機関に見せる"),
    NOTE_2_FOR_ALL_SERVICES(false, "※2 のケアマネを、介護支援専門員の配置がないサービスにも認める"),
    CARE_MANAGERS_ONLY_IN_CARE_MANAGEMENT(true, "居宅介護支援でも、調査票・意見書・審査会資料はケアマネだけに見せる"),
    REQUEST_REPLACES_VERIFICATION(false, "※1 の医師には、作成依頼があれば本人確認を求めない"),
    INSTITUTION_SEES_UNTIL_DECISION(true, "医療機関は、調査票・意見書のほかを、申請の決定または取下げまで見られる（切ると30日まで）"),
    THIRTIETH_DAY_INCLUDED(true, "30日間は申請書提出日の翌日から数える（切ると提出日から数える）"),
    INSTITUTION_SEES_BURDEN(true, "医療機関に負担割合証・負担限度額認定証・その他の減免を見せる");

    private final boolean byDefault;
    private final String text;

    Proposal(boolean byDefault, String text) {
        this.byDefault = byDefault;
        this.text = text;
    }

    public boolean isOnByDefault() {
        return byDefault;
    }

    /** What holds when it is on. */
    public String text() {
        return text;
    }
}
