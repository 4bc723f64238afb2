package kaigo.accesslog.web;

import java.util.List;
import kaigo.accesslog.InquiryMark;
import kaigo.accesslog.LogPage;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a page of 閲覧の記録 shows.
 *
 * @param path of the page
 * @param rows of this page, empty too where the search is wrong
 * @param next address of the next page, or null
 * @param csv address of the same as a CSV file, or null
 * @param isFirst no page is before it
 */
public record LogView(
        String path,
        Search search,
        List<Row> rows,
        @Nullable String next,
        @Nullable String csv,
        boolean isFirst) {

    /** Nothing was read: the search cannot be understood. */
    static LogView wrong(String path, Search search) {
        return new LogView(path, search, List.of(), null, null, true);
    }

    static LogView of(String path, Search search, LogPage page, List<Row> rows) {
        String next = page.next() == null ? null : search.address(path) + "&before=" + page.next();
        return new LogView(path, search, rows, next, search.address(path + ".csv"), !search.goesOn());
    }

    /** Address of the first page. */
    public String first() {
        return search.address(path);
    }

    public boolean isWrong() {
        return !search.isRight();
    }

    /**
     * With the marks of the person that was asked for.
     *
     * @param person its 被保険者番号, or empty
     * @param form fields of a new mark
     * @param wrong something of the form is wrong
     */
    public record OfInsurer(
            LogView log,
            String person,
            List<Mark> marks,
            List<Field> form,
            boolean wrong,
            @Nullable String message) {}

    /** 調査の印, in words. */
    public record Mark(int number, String days, InquiryMark mark, boolean inForce) {

        /** Without the kind of actor and the insurer's own number. */
        public String openedBy() {
            return mark.openedBy().substring(mark.openedBy().indexOf('/') + 1);
        }
    }

    /** @param behind entries that are not followed yet */
    public record OfPlatform(LogView log, long behind) {}
}
