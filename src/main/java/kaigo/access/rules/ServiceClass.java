package kaigo.access.rules;

/** サービス種類の類: what the sharing rule has to know of a service; which code is of which class is dated data (rulings 7, 9). */
public enum ServiceClass {
    /** 43, 46. */
    CARE_MANAGEMENT(Column.CARE_MANAGEMENT, true),
    /** 52, 55. */
    ROKEN_IIN(Column.ROKEN_IIN, true),
    /** 施設, 居住系, 小規模多機能, 看護小規模多機能: the staff rules demand a 介護支援専門員. */
    WITH_CARE_MANAGER(Column.OTHER_CARE, true),
    /** 訪問, 通所, 短期入所, 福祉用具, 総合事業. */
    WITHOUT_CARE_MANAGER(Column.OTHER_CARE, false);

    private final Column column;
    private final boolean careManager;

    ServiceClass(Column column, boolean careManager) {
        this.column = column;
        this.careManager = careManager;
    }

    public Column column() {
        return column;
    }

    boolean hasCareManager() {
        return careManager;
    }
}
