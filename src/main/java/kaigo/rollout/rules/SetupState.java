package kaigo.rollout.rules;

/** 初期セットアップの状態. Whether the use has begun follows from the day: there is no state for it. */
public enum SetupState {
    /** 準備中: preconditions are being met. */
    PREPARING,
    /** 基準日 is fixed. */
    BASE_DATE_FIXED,
    /** データ移行中: files of 処理区分 I are taken. */
    LOADING,
    /** 件数確認済み: daily files are taken. */
    COUNTS_AGREED,
    /** 利用開始日 is fixed. */
    START_FIXED
}
