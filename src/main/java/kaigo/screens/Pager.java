package kaigo.screens;

/**
 * ページ送り.
 *
 * @param address of the list with all its parameters but the page, ending in {@code ?} or {@code &}
 * @param page from 1
 * @param total how many rows there are
 */
public record Pager(String address, int page, int size, int total) {

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public int offset() {
        return (page - 1) * size;
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    public String previous() {
        return address + "page=" + (page - 1);
    }

    public String next() {
        return address + "page=" + (page + 1);
    }

    /** The page asked for, moved into the list if it lies outside. */
    public static Pager of(String address, int wanted, int size, int total) {
        Pager first = new Pager(address, 1, size, total);
        return new Pager(address, Math.clamp(wanted, 1, first.pages()), size, total);
    }
}
