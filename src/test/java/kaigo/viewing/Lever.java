package kaigo.viewing;

/** Something that opens a file or closes it, and has done so when its call returns. */
interface Lever {

    void open();

    void close();

    /** A look, begun now: whether anything was shown. */
    boolean shows();

    default boolean isUsedUp() {
        return false;
    }
}
