package kaigo.keys;

/** 封印が開かない: altered, sealed with another key, or its key was destroyed. Holds nothing of the content. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken(String why) {
        super(why);
    }
}
