package kaigo.access.rules;

/** 閲覧者の欄: the six of the printed table, and two that this system adds (settled 18; proposed, ours). */
public enum Column {
    /** 被保険者. */
    INSURED,
    /** 市町村: its own insured only. */
    MUNICIPALITY,
    /** 居宅介護支援・介護予防支援. */
    CARE_MANAGEMENT,
    /** 介護老人保健施設・介護医療院. */
    ROKEN_IIN,
    /** そのほかの介護事業所. */
    OTHER_CARE,
    /** 主治医意見書の作成依頼を受けた医療機関. */
    MEDICAL,
    /** 介護認定審査会委員. */
    COMMITTEE_MEMBER,
    /** 基盤の運用者. */
    OPERATOR
}
