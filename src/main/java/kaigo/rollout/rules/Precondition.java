package kaigo.rollout.rules;

/** 前提条件 of the 初期セットアップ, met in any order (rulings 31; the ministry's briefing of 2026-03-17). */
public enum Precondition {
    /** 標準準拠システムへの移行. */
    CONFORMS,
    /** 連携方式 (① or ②) was chosen. */
    METHOD_CHOSEN,
    /** 三者契約 (municipality, 国保連合会, 国保中央会). */
    CONTRACTED,
    /** PIA（特定個人情報保護評価）. It precedes the load, not the contract (B1006). */
    PIA_DONE,
    /** A test file went through without an error. */
    TEST_FILE_PASSED
}
