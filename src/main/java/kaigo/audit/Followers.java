package kaigo.audit;

import java.util.List;

/** Jobs that read the audit stream from its mark on. What they leave in it is no reason for the next run of any of them. */
public final class Followers {

    public static final String ACCESS_LOG = "access-log";
    public static final String FORWARDING = "log-forwarding";

    public static final List<Short> STREAMS = List.of(AuditLog.SERVER, AuditLog.OPERATOR);

    /** As in their entries. */
    public static final List<String> ACTORS = List.of("job:" + ACCESS_LOG, "job:" + FORWARDING);

    private Followers() {}
}
