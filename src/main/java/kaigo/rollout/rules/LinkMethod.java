package kaigo.rollout.rules;

/** 連携方式 of an insurer. */
public enum LinkMethod {
    /** 方式①: system to system. */
    API,
    /** 方式②: files by the screen. */
    FILE
}
