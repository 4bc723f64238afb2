package kaigo.accesslog.rules;

import java.util.Locale;

/**
 * だれが: whom an entry names as the one who looked or acted.
 *
 * @param organisation 保険者番号, 事業所番号 and so on; empty where there is none
 * @param login of its account; of the insured the 被保険者番号, of a system its certificate
 */
public record Actor(Kind kind, String organisation, String login) {

    /** As the first word of an actor in the audit stream. */
    public enum Kind {
        STAFF,
        VENDOR,
        SYSTEM,
        MEMBER,
        FEDERATION,
        OFFICE,
        CLINIC,
        INSURED,
        OPERATOR,
        JOB,
        /** Nobody who is known here. */
        UNKNOWN;

        /** Speaks for an insurer whose number stands in the actor. */
        public boolean isOfInsurer() {
            return switch (this) {
                case STAFF, VENDOR, SYSTEM, MEMBER -> true;
                case FEDERATION, OFFICE, CLINIC, INSURED, OPERATOR, JOB, UNKNOWN -> false;
            };
        }

        public boolean isInstitution() {
            return this == OFFICE || this == CLINIC;
        }
    }

    /** {@code staff:442012/tanaka}, {@code operator:unyo}, {@code operator}, {@code job:load}. */
    public static Actor of(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        int slash = rest.indexOf('/');
        return slash < 0
                ? new Actor(kind(word), "", rest)
                : new Actor(kind(word), rest.substring(0, slash), rest.substring(slash + 1));
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        return Kind.UNKNOWN;
    }
}
