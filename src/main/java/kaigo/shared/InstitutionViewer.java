package kaigo.shared;

/**
 * 事業所・医療機関の閲覧者.
 *
 * @param number 事業所番号, or 医療機関コード of a clinic
 */
public record InstitutionViewer(Kind kind, String number, String login, String requestId) {

    /** 発行機関区分, as M13 has it. */
    public enum Kind {
        CLINIC(1),
        OFFICE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    public String actor() {
        return (kind == Kind.OFFICE ? "office:" : "clinic:") + number + "/" + login;
    }
}
