package kaigo.access;

import java.time.LocalDate;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;

/** 書けない理由: what keeps an office from writing anything about a person, in the order in which it is asked (rulings 15, 26, 36). */
public enum OfficeBar {
    /** Account, certificate or office. */
    NOT_IN_ORDER,
    MUNICIPALITY_NOT_STARTED,
    /** A clinic, or an office none of whose services does this. */
    SERVICE_NOT_ALLOWED,
    /** Also: no such person. */
    NOT_VERIFIED,
    VIEWING_EXPIRED,
    /** 資格喪失. */
    NO_LONGER_INSURED;

    /** @return null if nothing does; of 資格喪失 tells {@link #hasLeft} */
    static @Nullable OfficeBar of(InstitutionViewer viewer, FileFacts facts, boolean serviceAllowed) {
        if (!facts.inOrder()) {
            return NOT_IN_ORDER;
        }
        if (!facts.started()) {
            return MUNICIPALITY_NOT_STARTED;
        }
        if (viewer.institution().kind() != InstitutionId.Kind.OFFICE || !serviceAllowed) {
            return SERVICE_NOT_ALLOWED;
        }
        if (facts.verification() != Verification.VALID) {
            return facts.verification() == Verification.NONE ? NOT_VERIFIED : VIEWING_EXPIRED;
        }
        return null;
    }

    static boolean hasLeft(FileFacts facts, LocalDate today) {
        return facts.lostOn() != null && !today.isBefore(facts.lostOn());
    }
}
