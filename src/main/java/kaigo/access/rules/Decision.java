package kaigo.access.rules;

import java.util.Arrays;
import java.util.List;

/** 判定 for one kind of information: on which ground it is open, or why not. */
public sealed interface Decision {

    boolean isAllowed();

    /** 根拠; stands in the audit entry. */
    enum Ground {
        SELF,
        OWN_INSURED,
        /** 本人確認. */
        VERIFIED,
        /** 本人確認 and 包括同意. */
        VERIFIED_WITH_CONSENT,
        /** 主治医意見書作成依頼. */
        ASKED_FOR_OPINION,
        ASKED_FOR_OPINION_WITH_CONSENT,
        OWN_MEETING,
        OPERATION
    }

    record Allowed(Ground ground) implements Decision {
        private static final List<Allowed> ALL =
                Arrays.stream(Ground.values()).map(Allowed::new).toList();

        static Allowed on(Ground ground) {
            return ALL.get(ground.ordinal());
        }

        @Override
        public boolean isAllowed() {
            return true;
        }
    }

    record Refused(Reason reason) implements Decision {
        private static final List<Refused> ALL =
                Arrays.stream(Reason.values()).map(Refused::new).toList();

        static Refused because(Reason reason) {
            return ALL.get(reason.ordinal());
        }

        @Override
        public boolean isAllowed() {
            return false;
        }
    }
}
