package kaigo.documents;

import kaigo.shared.Messages;

/**
 * 文書を受け取れない理由 (proposed, ours). Texts: {@code document.NAME} and {@code document.NAME.remedy} in
 * messages_ja.properties.
 */
public enum DocumentProblem {
    TOO_LARGE,
    /** The bytes are not those of the SHA-256 that was said. */
    OTHER_CONTENT,
    NOT_A_PDF,
    /** Cut off, or a part of it cannot be read. */
    BROKEN,
    ENCRYPTED,
    NO_PAGES,
    /** More than ページ数 has digits for. */
    TOO_MANY_PAGES,
    /** A script, whatever would start it. */
    JAVASCRIPT,
    /** An action that starts another program. */
    LAUNCH,
    EMBEDDED_FILE,
    /** Sound, film or three-dimensional content. */
    RICH_MEDIA,
    /** A dynamic form. */
    XFA,
    /** The virus scanner found something. */
    INFECTED,
    /** Needs more time or memory than any honest document. */
    TOO_HEAVY,
    /** The check did not come to an end, for no reason of the document's that is known. */
    NOT_CHECKED,
    /** Too many bytes are on their way at this moment. */
    BUSY;

    /** What is wrong. */
    public String text() {
        return Messages.of("document." + name());
    }

    /** What to do. */
    public String remedy() {
        return Messages.of("document." + name() + ".remedy");
    }

    /** Whether the same document can be taken later without any change. */
    public boolean isWorthRetrying() {
        return this == NOT_CHECKED || this == BUSY;
    }
}
