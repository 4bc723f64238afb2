package kaigo.access.rules;

/**
 * 情報の種類: the 20 kinds of rulings 1 in the order of the printed table (認定審査会資料 has no row of its own there), then
 * those that this system adds (proposed, ours).
 */
public enum Kind {
    /** 要介護認定情報①. */
    CERT_SURVEY,
    /** 要介護認定情報②. */
    DOCTOR_OPINION,
    /** 認定審査会資料. */
    COMMITTEE_SHEET,
    /** 被保険者証. */
    CARD,
    /** 負担割合証. */
    BURDEN_RATIO,
    /** 負担限度額認定証. */
    BURDEN_LIMIT,
    /** その他の減免・軽減. */
    OTHER_REDUCTION,
    /** 認定審査会進捗. */
    PROGRESS,
    /** 要介護認定申請書. */
    CERT_APPLICATION,
    /** LIFE情報①ADL等. */
    LIFE,
    /** 居宅サービス計画書 第1表. */
    CP_HOME_1,
    CP_HOME_2,
    CP_HOME_3,
    CP_HOME_6,
    CP_HOME_7,
    /** 施設サービス計画書 第1表. */
    CP_FACILITY_1,
    CP_FACILITY_2,
    CP_FACILITY_3,
    /** 住宅改修. */
    HOME_MODIFICATION,
    /** 福祉用具購入. */
    EQUIPMENT_PURCHASE,

    /** 本人見出し: name, number, birth date, insurer, 最終連携日時. */
    BANNER,
    /** 包括同意の状態. */
    CONSENT_STATE,
    /** PMHキーの連携状態. */
    LINK_STATE,
    /** 居宅サービス計画作成依頼届出. */
    FILING,
    /** 主治医意見書作成依頼. */
    OPINION_REQUEST,
    /** 審査会の案件. */
    COMMITTEE_CASE,
    /** 閲覧の記録. */
    ACCESS_LOG;

    /** Of one application: offices and clinics see it only when that is certified (rulings 3). */
    public boolean isOfAnApplication() {
        return switch (this) {
            case CERT_SURVEY, DOCTOR_OPINION, COMMITTEE_SHEET -> true;
            default -> false;
        };
    }

    boolean isBurden() {
        return this == BURDEN_RATIO || this == BURDEN_LIMIT || this == OTHER_REDUCTION;
    }
}
