package kaigo.layout;

/**
 * 項目: a typed handle on one item of an interface. The constants are generated from the newest layout file
 * (kaigo.layout.items), so that an item which a layout edit removed or retyped fails the build of the code using it.
 */
public sealed interface Item {
    String interfaceId();

    String code();

    /** Place among the newest layout's items; every version's layout maps it to its own column. */
    int ordinal();

    /** Types AN, X, XL and K. */
    record TextItem(String interfaceId, String code, int ordinal) implements Item {}

    /** Type N: digits that are an identifier and stay text. */
    record NumberItem(String interfaceId, String code, int ordinal) implements Item {}

    record CodeItem(String interfaceId, String code, int ordinal) implements Item {}

    record FlagItem(String interfaceId, String code, int ordinal) implements Item {}

    record DateItem(String interfaceId, String code, int ordinal) implements Item {}

    record TimestampItem(String interfaceId, String code, int ordinal) implements Item {}

    record IntItem(String interfaceId, String code, int ordinal) implements Item {}
}
