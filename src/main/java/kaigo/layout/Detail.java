package kaigo.layout;

/**
 * 詳細: the reasons that a finding can carry as a parameter. As a parameter it is written {@code @NAME}; its text is
 * {@code detail.NAME} in messages_ja.properties.
 */
enum Detail {
    EMPTY_FILE,
    NOTHING_FOLLOWS,
    FIRST_RECORD,
    NOT_JSON,
    SEQUENCE,
    CONTROL_ITEM,
    BAD_BYTE,
    LOOKS_LIKE_SHIFT_JIS,
    UTF_16,
    NUL,
    QUOTE,
    TOO_LONG,
    TOO_MANY_COLUMNS,
    DUPLICATE_MEMBER,
    NOT_AN_OBJECT,
    NOT_AN_ARRAY,
    TOO_MANY_ENTRIES,
    SET_ALONE,
    SET_MISSING,
    SET_ORDER,
    SET_AGREEMENT,
    TOO_MANY_BYTES,
    TOO_MANY_RECORDS,
    END_MISSING,
    END_NUMBER,
    AFTER_END,
    RECORD_TYPE,
    DIGITS,
    ALNUM,
    KATAKANA,
    CONTROL_CHARACTER,
    MANY_DIGITS,
    NOT_A_TEXT,
    INTEGER,
    DATE,
    TIMESTAMP,
    YEAR_MONTH,
    INSURED_NUMBER,
    NO_SUGGESTION,
    FILE_NAME_FORM,
    FILE_NAME_CONTROL;

    String parameter() {
        return '@' + name();
    }
}
