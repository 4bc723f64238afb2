package kaigo.access;

import java.util.Set;
import kaigo.shared.InsurerViewer.Role;

/** 目的: why an insurer's own records are looked at or changed; stands in the audit entry. Says who may do it. */
public enum Purpose {
    START(Role.STAFF, Role.VENDOR),
    SEND_FILE(Role.STAFF, Role.SYSTEM, Role.VENDOR, Role.FEDERATION),
    READ_SENT_CLAIMS(Role.FEDERATION),
    READ_RESULTS(Role.STAFF, Role.SYSTEM, Role.VENDOR),
    READ_DAY(Role.STAFF, Role.VENDOR),
    CLOSE_ERRORS(Role.STAFF, Role.VENDOR),
    READ_REGISTERED(Role.STAFF),
    READ_SETUP(Role.STAFF, Role.SYSTEM, Role.VENDOR),
    SET_UP(Role.STAFF, Role.SYSTEM, Role.VENDOR),
    LIST_LINK_CASES(Role.STAFF),
    READ_LINK_CASE(Role.STAFF),
    SETTLE_LINK_CASE(Role.STAFF),
    ASK_RECONCILIATION(Role.STAFF, Role.SYSTEM, Role.VENDOR),
    READ_RECONCILIATION(Role.STAFF, Role.SYSTEM, Role.VENDOR),
    READ_COVERAGE(Role.STAFF),
    FIND_PERSON(Role.STAFF),
    READ_PERSON(Role.STAFF),
    WITHDRAW_CONSENT(Role.STAFF),
    READ_OUTBOX(Role.STAFF, Role.SYSTEM),
    ANSWER_OUTBOX(Role.STAFF, Role.SYSTEM),
    SET_RECEPTION(Role.STAFF),
    SET_FEES(Role.STAFF),
    READ_REQUESTS(Role.STAFF, Role.SYSTEM),
    MARK_ON_PAPER(Role.STAFF, Role.SYSTEM),
    READ_MATERIAL(Role.STAFF, Role.SYSTEM),
    SEND_MATERIAL(Role.STAFF),
    RECALL_MATERIAL(Role.STAFF, Role.SYSTEM),
    LIST_ENDED_CONSENTS(Role.STAFF),
    READ_ACCESS_LOG(Role.STAFF),
    OPEN_INQUIRY(Role.STAFF),
    END_INQUIRY(Role.STAFF);

    private final Set<Role> roles;

    Purpose(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isOpenTo(Role role) {
        return roles.contains(role);
    }
}
