package kaigo.layout;

/**
 * エラーID: the catalogue of everything that can be said about a file or a record of the link (issue note "interface"
 * 9.7; proposed, ours, except the wording of E5001). Texts: messages_ja.properties, one and a remedy per id.
 */
public enum ErrorId {
    /** File name form wrong. */
    E1001,
    /** Insurer is not the sender's, or a record's insurer is not the control record's. */
    E1002,
    /** Size over a limit. */
    E1003,
    /** Not UTF-8, or a byte that no text has. */
    E1004,
    /** Control record missing or wrong, or 連番 not running. */
    E1005,
    /** Data count does not agree. */
    E1006,
    /** Column count of a record; NDJSON: an unknown member in strict mode. */
    E1007,
    /** NDJSON: an unknown member, passed over. */
    W1007,
    /** Same file already accepted. */
    E1008,
    /** Specification version not accepted. */
    E1009,
    /** Outside the insurer's allowed period. */
    E1010,
    /** A file of its run is older than the newest applied file of another run. */
    E1011,
    /** A record cannot be read: quote not closed, too long, too many columns, not JSON. */
    E1012,
    /** End record missing, wrong, or not the last. */
    E1013,
    /** A set of files (M08A to M08E) that is not whole, or whose parts do not go together. */
    E1014,
    /** 基準日 of an initial file is not the one of the insurer's set-up. */
    E1015,
    /** 新規 on an existing key. */
    E2101,
    /** 更新 or 削除 on a missing key. */
    E2102,
    /** 更新 on a deleted key. */
    E2103,
    /** 更新区分 not allowed in this 処理区分. */
    E2104,
    /** No change. */
    W2201,
    /** Already deleted. */
    W2202,
    /** Older than stored, not applied. */
    W2203,
    /** Required item missing. */
    E3001,
    /** Length. */
    E3002,
    /** Character class or form. */
    E3003,
    /** Character outside JIS X 0213, refused. */
    E3004,
    /** Character outside JIS X 0213, stored as sent and marked. */
    W3004,
    /** Not a date or a time. */
    E3005,
    /** Start after end. */
    E3006,
    /** Code not in its list. */
    E3007,
    /** Check digit. */
    E3008,
    /** Number out of range. */
    E3009,
    /** Conditional item missing. */
    E3010,
    /** Same key twice in one file. */
    E3011,
    /** M01 not registered for this person. */
    E4001,
    /** The same, in a test run: the record would wait. */
    W4001,
    /** Certification history not found. */
    E4002,
    W4002,
    /** Office number unknown. */
    E4003,
    W4003,
    /** Overlapping periods of the same certificate kind. */
    E4004,
    W4004,
    /** Person has lost the qualification. */
    W4005,
    /** Order of dates between items. */
    W4006,
    /** 同意取得日 before 2026-04-01: registered, does not count. */
    W4007,
    /** A document that a record names has not arrived, or did not pass its checks. */
    E4009,
    /** 被保険者区分 みなし2号 and a number that begins with H do not go together. */
    W4008,
    /** 中間サーバ does not know the マイナンバー. */
    E5001,
    /** マイナンバー missing. */
    E5002,
    /** Key already linked to another insured number of the same insurer. */
    E5003,
    /** 中間サーバ gave no answer in time. */
    E5004,
    /** Identity mismatch. */
    E5005,
    /** A later registration of the person took over before the key came. */
    W5006,
    /** Internal error. */
    E9001,
    /** In maintenance. */
    E9002;

    /** 重大度: whether the record (or file) is refused or only marked. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** 分類: what the id speaks of, by its first digit. */
    public enum Group {
        RECEPTION,
        STATE,
        ITEM,
        RELATION,
        LINKING,
        SYSTEM
    }

    public Severity severity() {
        return name().charAt(0) == 'E' ? Severity.ERROR : Severity.WARNING;
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    public Group group() {
        return switch (name().charAt(1)) {
            case '1' -> Group.RECEPTION;
            case '2' -> Group.STATE;
            case '3' -> Group.ITEM;
            case '4' -> Group.RELATION;
            case '5' -> Group.LINKING;
            default -> Group.SYSTEM;
        };
    }

    /** The warning of the same number, for a check that the layout or the insurer makes a warning. */
    public ErrorId asWarning() {
        return valueOf("W" + name().substring(1));
    }
}
