package kaigo.screens;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * ページ送り.
 *
 * @param address of the list with all its parameters but the page, ending in {@code ?} or {@code &}
 * @param page from 1
 * @param total how many rows there are
 */
public record Pager(String address, int page, int size, int total) {

    private static final int LONG = 10;

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

    /** So many that whoever looks for one should not have to walk there. */
    public boolean isLong() {
        return pages() > LONG;
    }

    /** Where the list is, without its parameters. */
    public String path() {
        return address.substring(0, address.indexOf('?'));
    }

    /** Its parameters but the page, for the fields of a form. */
    public List<Map.Entry<String, String>> parameters() {
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                .filter(one -> one.contains("="))
                .map(one -> Map.entry(
                        decoded(one.substring(0, one.indexOf('='))), decoded(one.substring(one.indexOf('=') + 1))))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The page asked for, moved into the list if it lies outside. */
    public static Pager of(String address, int wanted, int size, int total) {
        Pager first = new Pager(address, 1, size, total);
        return new Pager(address, Math.clamp(wanted, 1, first.pages()), size, total);
    }
}
