package kaigo.operations;

import kaigo.shared.Messages;

/** 要確認: what an operator should look at, the gravest first. Texts: {@code attention.NAME} in messages_ja.properties. */
public enum Attention {
    AUDIT_TAMPERED,
    SERVER_STOPPED,
    SCHEMA_DIFFERS,
    LITTLE_SPACE,
    HEADS_DIFFER,
    WORK_FAILS,
    FILE_WAITS,
    LINK_WAITS,
    LOG_BEHIND,
    NOT_FORWARDED;

    public String text() {
        return Messages.of("attention." + name());
    }

    public String nextStep() {
        return Messages.of("attention." + name() + ".next");
    }

    /** For a log that others read too. */
    public String english() {
        return Messages.of("attention." + name() + ".english");
    }
}
