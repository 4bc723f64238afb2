package kaigo.accesslog.rules;

/** Columns of the tables {@link Topic} and {@link Facet}, in their order. */
public enum ReaderKind {
    /** ご本人. */
    SELF,
    /** ご本人の代理の方. */
    PROXY,
    /** 保険者の職員. */
    MUNICIPALITY,
    /** 事業所・医療機関の管理者. */
    INSTITUTION,
    /** 運用者. */
    OPERATOR
}
