package kaigo.committee.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** 閲覧方式 (M11): how members may read, as the municipality chose for the meeting. */
public enum Viewing {
    DOWNLOAD("1"),
    /** No file leaves. */
    BROWSER("2"),
    BOTH("3");

    private final String code;

    Viewing(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean allowsDownload() {
        return this != BROWSER;
    }

    public boolean allowsPages() {
        return this != DOWNLOAD;
    }

    public static Optional<Viewing> ofCode(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
