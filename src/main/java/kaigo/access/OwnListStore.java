package kaigo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.PersonSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 利用者一覧: whom an office has verified, and for whom this very institution was asked for an opinion (rulings 12 to 14). Of old
 * requests those are left out that the rule would close anyhow. Over the views that the rooms publish (settled 13).
 */
@Component
final class OwnListStore {

    /**
     * Days that the list is judged by.
     *
     * @param soon the last end of 閲覧有効期限 that is near
     * @param unclaimed whoever was last served before it is to be checked again
     */
    record Dates(LocalDate today, LocalDate soon, LocalDate unclaimed) {}

    /** An office is not told, not even in a figure, of a request about somebody whom it has not verified on any card. */
    private static final String IS_KNOWN = """
            (exists (select from insured.viewing_facts v where v.insurer_number = o.insurer_number
                and v.insured_number = o.insured_number and v.office_number = :number)
            or exists (select from insured.same_person s
                join insured.viewing_facts v on v.insurer_number = s.other_insurer
                    and v.insured_number = s.other_insured and v.office_number = :number
                where s.insurer_number = o.insurer_number and s.insured_number = o.insured_number))""";

    /** %1$s: a condition on both numbers. */
    private static final String CANDIDATES = """
            select insurer_number, insured_number, max(viewable_until) as viewable_until, max(served_in) as served_in,
                max(filed_on) as filed_on
            from (
                select insurer_number, insured_number, viewable_until, served_in, null::date as filed_on
                from insured.viewing_facts o
                where office_number = :number and :kind = 2 %1$s
                union all
                select o.insurer_number, o.insured_number, null, null, o.filed_on
                from opinion.facts o
                join participants.insurer i on i.insurer_number = o.insurer_number and i.started_on <= :today
                left join certification.facts c on c.insurer_number = o.insurer_number
                    and c.insured_number = o.insured_number and c.history_no = o.history_no
                where o.issuer_kind = :kind::text and o.issuer_number = :number %1$s
                    and (o.filed_on >= :today::date - 31 or coalesce(c.certified_on, c.ended_on, :today) >= :today)
                    and (:kind = 1 or %2$s)
            ) as every
            group by 1, 2""";

    /** The latest end of 本人確認 on a card of the same person at another insurer. */
    private static final String ELSEWHERE = """
            (select max(v.viewable_until) from insured.same_person s
            join insured.viewing_facts v on v.insurer_number = s.other_insurer
                and v.insured_number = s.other_insured and v.office_number = :number
            where s.insurer_number = own.insurer_number and s.insured_number = own.insured_number)""";

    private static final String BEHIND =
            """
            select own.insurer_number, own.insured_number, own.filed_on, own.served_in,
                case when own.viewable_until is not null then greatest(own.viewable_until, %2$s) end as viewable_until
            from (%1$s order by 1, 2 limit :limit) as own
            order by 1, 2""".formatted(candidates("and (o.insurer_number, o.insured_number) > (:insurer, :insured)"), ELSEWHERE);

    /** %1$s: where names are needed, those of whom the rule shows them; %2$s: conditions; %3$s: order. */
    private static final String PAGE = """
            select own.insurer_number, own.insured_number, own.filed_on, own.served_in, own.viewable_until,
                count(*) over () as total
            from (
                select own.insurer_number, own.insured_number, own.filed_on, own.served_in,
                    case when own.viewable_until < :today then greatest(own.viewable_until, %1$s)
                        else own.viewable_until end as viewable_until
                from (%2$s) as own) as own
            """.formatted(ELSEWHERE, candidates(""));

    private static final String FIGURES =
            """
            select count(*) as everybody, count(*) filter (where %s) as ending, count(*) filter (where %s) as recheck,
                count(*) filter (where %s) as requested
            from (%s) as own""".formatted(condition(Only.ENDING), condition(Only.RECHECK), condition(Only.REQUESTED), candidates(""));

    private static final String INSURERS =
            "select distinct insurer_number from (%s) as own order by 1".formatted(candidates(""));

    private static final String NAMES = """
            left join participants.insurer i on i.insurer_number = own.insurer_number and i.started_on <= :today
            left join lateral (
                select n.kana, n.name from insured.search_names n
                where n.insurer_number = i.insurer_number and n.insured_number = own.insured_number
                    and (own.viewable_until >= :today or own.filed_on is not null)
                offset 0) as n on true
            """;

    /** Whoever may no longer be looked at stands on none. */
    private static final String ON_WORKLIST = """
            own.viewable_until >= :today and exists (select from viewing.worklist w
                where w.office_number = :number and w.list = :only and w.insurer_number = own.insurer_number
                    and w.insured_number = own.insured_number and :today between w.valid_from and w.valid_to)""";

    /** As many as the lists have rows: by the latest end on any card, as there. */
    private static final String COUNTS = """
            select own.list, count(*) from viewing.worklist own
            join insured.viewing_facts v on v.insurer_number = own.insurer_number
                and v.insured_number = own.insured_number and v.office_number = own.office_number
            where own.office_number = :number and :kind = 2 and :today between own.valid_from and own.valid_to
                and (v.viewable_until >= :today or %s >= :today)
            group by 1""".formatted(ELSEWHERE);

    private final JdbcClient database;

    OwnListStore(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("whom the viewer has put there, or was asked about; what may be shown of them is decided next")
    List<Candidate> listBehind(InstitutionViewer viewer, @Nullable PersonKey after, int limit, LocalDate today) {
        return of(BEHIND, viewer, today)
                .param("insurer", after == null ? "" : after.insurer().value())
                .param("insured", after == null ? "" : after.insured().value())
                .param("limit", limit)
                .query((row, number) -> candidate(row))
                .list();
    }

    @NotAboutAPerson("whom the viewer has put there, or was asked about; what may be shown of them is decided next")
    OwnListPage list(InstitutionViewer viewer, OwnListQuery query, Dates dates) {
        PersonSearch search = query.search();
        boolean byName = search.isByName();
        int[] total = {0};
        String text = PAGE + (byName || query.order() == Order.KANA ? NAMES : "") + " where " + condition(query.only())
                + (query.insurer() == null ? "" : " and own.insurer_number = :insurer")
                + (search.isByNumber() ? " and own.insured_number like :typed" : "")
                + (byName ? " and (n.kana like :typed or n.name like :typed)" : "")
                + " order by " + order(query.order()) + ", 1, 2 limit :limit offset :offset";
        List<Candidate> rows = of(text, viewer, dates.today())
                .params(Map.of(
                        "typed", search.pattern(),
                        "insurer",
                                query.insurer() == null ? "" : query.insurer().value(),
                        "only", query.only().name(),
                        "soon", dates.soon(),
                        "unclaimed", dates.unclaimed(),
                        "limit", query.limit(),
                        "offset", query.offset()))
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return candidate(row);
                })
                .list();
        return new OwnListPage(rows, total[0], count(viewer, dates.today()), insurers(viewer, dates.today()));
    }

    private List<InsurerNumber> insurers(InstitutionViewer viewer, LocalDate today) {
        return of(INSURERS, viewer, today)
                .query((row, number) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    private Map<Only, Integer> count(InstitutionViewer viewer, LocalDate today) {
        Map<Only, Integer> counts = new EnumMap<>(Only.class);
        of(COUNTS, viewer, today).query(row -> {
            counts.put(Only.valueOf(row.getString(1)), row.getInt(2));
        });
        return counts;
    }

    /** How many rows each narrowing of the list has that somebody may have to do something about. */
    @NotAboutAPerson("figures of the viewer's own list, which name nobody")
    Map<Only, Integer> figures(InstitutionViewer viewer, Dates dates) {
        Map<Only, Integer> figures = count(viewer, dates.today());
        of(FIGURES, viewer, dates.today())
                .param("soon", dates.soon())
                .param("unclaimed", dates.unclaimed())
                .query(row -> {
                    figures.put(Only.EVERYBODY, row.getInt("everybody"));
                    figures.put(Only.ENDING, row.getInt("ending"));
                    figures.put(Only.RECHECK, row.getInt("recheck"));
                    figures.put(Only.REQUESTED, row.getInt("requested"));
                });
        return figures;
    }

    private static String candidates(String condition) {
        return CANDIDATES.formatted(condition, IS_KNOWN);
    }

    private static String condition(Only only) {
        return switch (only) {
            case EVERYBODY -> "true";
            case VIEWABLE -> "(own.viewable_until >= :today or own.filed_on is not null)";
            case ENDING -> "own.viewable_until between :today and :soon";
            case RECHECK -> "own.viewable_until >= :today and own.served_in < :unclaimed";
            case EXPIRED -> "own.viewable_until < :today";
            case REQUESTED -> "own.filed_on is not null";
            case NO_CONSENT, CARDS_CHANGED, PROGRESS_CHANGED, FILING_CHANGED, RATIO_CHANGED -> ON_WORKLIST;
        };
    }

    private static String order(Order order) {
        return switch (order) {
            case KANA -> "n.kana nulls last";
            case NUMBER -> "own.insured_number";
            case UNTIL -> "own.viewable_until nulls last";
        };
    }

    private JdbcClient.StatementSpec of(String text, InstitutionViewer viewer, LocalDate today) {
        return database.sql(text)
                .param("today", today)
                .param("number", viewer.institution().number())
                .param("kind", viewer.institution().kind().code());
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new PersonKey(
                        new InsurerNumber(row.getString("insurer_number")),
                        new InsuredNumber(row.getString("insured_number"))),
                row.getObject("viewable_until", LocalDate.class),
                row.getObject("served_in", LocalDate.class),
                row.getObject("filed_on", LocalDate.class));
    }
}
