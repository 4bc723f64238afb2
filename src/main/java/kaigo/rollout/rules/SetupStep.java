package kaigo.rollout.rules;

/** 初期セットアップの手順: what somebody does to take the set-up further, or back. */
public enum SetupStep {
    FIX_BASE_DATE,
    BEGIN_LOAD,
    AGREE_COUNTS,
    /** 件数に違いがあった: files of 処理区分 I are taken again. */
    REOPEN_LOAD,
    FIX_START
}
