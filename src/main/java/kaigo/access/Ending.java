package kaigo.access;

/** 終わりのある許し: what a permit gives away, it gives until its look or act is over. */
abstract class Ending {

    private volatile boolean open = true;

    final void close() {
        open = false;
    }

    /** Throws IllegalStateException once it is over. */
    final void requireOpen() {
        if (!open) {
            throw new IllegalStateException("this permit is over");
        }
    }
}
