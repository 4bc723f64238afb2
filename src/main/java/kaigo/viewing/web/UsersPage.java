package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.access.OwnListQuery;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.screens.Field;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;

/**
 * 利用者一覧.
 *
 * @param search what was typed
 * @param q the same, concealed, for addresses
 * @param waiting how many persons each worklist is about
 * @param insurers of anybody on the list, with their names
 * @param awaiting how many of the office's notes wait for a municipality's start
 * @param mayAdd an office adds persons; a clinic has its requests
 */
public record UsersPage(
        Field search,
        String q,
        OwnListQuery query,
        List<UserRow> rows,
        Pager pager,
        Map<Only, Integer> waiting,
        Map<InsurerNumber, String> insurers,
        int awaiting,
        boolean mayAdd,
        @Nullable String message) {

    static final String PATH = "/office/users";

    static Field search(String typed) {
        return Field.optional("userSearch", "text", 40).filled(typed);
    }

    /** @return of a list like this one, to which further parameters can be added */
    static String address(String q, @Nullable InsurerNumber insurer, Only only, Order order) {
        List<String> parameters = new ArrayList<>();
        if (!q.isEmpty()) {
            parameters.add("q=" + q);
        }
        if (insurer != null) {
            parameters.add("insurer=" + insurer.value());
        }
        if (only != Only.EVERYBODY) {
            parameters.add("only=" + only.name());
        }
        if (order != Order.KANA) {
            parameters.add("order=" + order.name());
        }
        return parameters.isEmpty() ? PATH : PATH + "?" + String.join("&", parameters);
    }

    static String address(String q, OwnListQuery query) {
        return address(q, query.insurer(), query.only(), query.order());
    }

    public String address(Only only) {
        return address(q, query.insurer(), only, query.order());
    }

    public String address(Order order) {
        return address(q, query.insurer(), query.only(), order);
    }

    /** Neither searched nor of one insurer alone. */
    public String everybody() {
        return address("", null, query.only(), query.order());
    }

    public boolean isSearched() {
        return !q.isEmpty() || query.insurer() != null;
    }

    /** Whether it is worth asking. */
    public boolean hasInsurers() {
        return insurers.size() > 1 || query.insurer() != null;
    }

    public String csv() {
        String list = address(q, query);
        return list.replace(PATH, PATH + ".csv");
    }

    /** That the CSV has not all of them, or null. */
    public @Nullable String cut() {
        return ListCsv.notice(pager.total());
    }

    /** What can be chosen: a clinic has no 閲覧有効期限. */
    public List<Only> choices() {
        return mayAdd
                ? List.of(Only.EVERYBODY, Only.VIEWABLE, Only.ENDING, Only.RECHECK, Only.EXPIRED)
                : List.of(Only.EVERYBODY, Only.REQUESTED);
    }

    /** Its worklists: whom there is something to do about. */
    public List<Only> worklists() {
        return mayAdd
                ? List.of(Only.NO_CONSENT, Only.CARDS_CHANGED, Only.PROGRESS_CHANGED, Only.FILING_CHANGED)
                : List.of();
    }

    public int waiting(Only list) {
        return waiting.getOrDefault(list, 0);
    }

    /** Where a row leads: to what its list is about. */
    public String address(UserRow row) {
        String person = PATH + "/" + row.handle();
        return switch (query.only()) {
            case NO_CONSENT -> person + "/" + Tab.CONSENT.path();
            case PROGRESS_CHANGED -> person + "/" + Tab.PROGRESS.path();
            case FILING_CHANGED -> person + "/" + Tab.FILING.path();
            default -> person;
        };
    }

    public @Nullable String note() {
        return ScreenText.find("users.note." + query.only()).orElse(null);
    }

    public String none() {
        if (query.only().isWorklist() && !isSearched()) {
            return ScreenText.text("users.none." + query.only());
        }
        boolean narrowed = isSearched() || query.only() != Only.EVERYBODY;
        return ScreenText.text(narrowed ? "users.none.narrowed" : mayAdd ? "users.none" : "users.none.clinic");
    }

    @Override
    public String toString() {
        return "UsersPage[…]";
    }
}
