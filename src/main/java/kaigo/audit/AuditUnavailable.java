package kaigo.audit;

/** The entry could not be made durable, so the look that it stands for must fail (settled 16). */
public final class AuditUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuditUnavailable(Throwable cause) {
        super("the audit entry could not be written", cause);
    }
}
