package kaigo.api;

import kaigo.shared.Messages;

/** 業務エラー of the institutions' API beside those of the rules (proposed, ours). Texts: {@code api.NAME} in messages_ja.properties. */
public enum BusinessError {
    /** A value of the request has not its form. */
    VALUE_WRONG,
    /** A file cannot be read just now; those of other insurers can. */
    FILE_UNAVAILABLE;

    public String sentence() {
        return Messages.of("api." + name());
    }

    public String nextStep() {
        return Messages.of("api." + name() + ".next");
    }
}
