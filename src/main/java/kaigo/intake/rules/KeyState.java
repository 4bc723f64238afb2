package kaigo.intake.rules;

/** What the register holds under the key of an arriving record (interface.md 9.5). */
public enum KeyState {
    ABSENT,
    SAME_CONTENT,
    OTHER_CONTENT,
    DELETED
}
