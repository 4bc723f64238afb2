package kaigo.intake.rules;

/** What a record does to the register. */
public enum Effect {
    CREATE,
    REPLACE,
    /** Creates anew what was logically deleted. */
    REVIVE,
    DELETE,
    /** Accepted, nothing written. */
    KEEP,
    /** Not applied, because something newer is stored: neither the record nor what hangs on it. */
    PASS_OVER,
    REFUSE
}
