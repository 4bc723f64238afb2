package kaigo.viewing.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.Candidate;
import kaigo.access.ListGate;
import kaigo.access.ListPermit;
import kaigo.access.OwnListPage;
import kaigo.access.OwnListQuery;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.consent.ConsentStates;
import kaigo.consent.rules.ConsentState;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.insured.ViewingPeriod;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.web.UserRow.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 利用者一覧の行: a page of an institution's own list, each row as far as the rule shows it. */
@Component
class UserList {

    private static final Set<Kind> COLUMNS = EnumSet.of(Kind.BANNER, Kind.CONSENT_STATE, Kind.OPINION_REQUEST);

    private final ListGate gate;
    private final Banners banners;
    private final ConsentStates consents;
    private final ViewingPeriod period;
    private final Insurers insurers;
    private final PersonHandles handles;
    private final InstantSource clock;

    UserList(
            ListGate gate,
            Banners banners,
            ConsentStates consents,
            ViewingPeriod period,
            Insurers insurers,
            PersonHandles handles,
            InstantSource clock) {
        this.gate = gate;
        this.banners = banners;
        this.consents = consents;
        this.period = period;
        this.insurers = insurers;
        this.handles = handles;
        this.clock = clock;
    }

    /**
     * @param insurers of anybody on the whole list, however it is narrowed
     * @param total how many rows the list has on all its pages
     * @param waiting how many persons each worklist is about
     */
    record Rows(List<UserRow> rows, int total, Map<Only, Integer> waiting, Map<InsurerNumber, String> insurers) {}

    Rows read(InstitutionViewer viewer, OwnListQuery query) {
        Set<Kind> asked = EnumSet.copyOf(COLUMNS);
        asked.addAll(query.only().about());
        return gate.list(viewer, query, asked, this::rows);
    }

    /** What the rule shows of the persons on the page. */
    private record Columns(
            Map<PersonKey, Banner> banners, Map<PersonKey, ConsentState> consents, Set<PersonKey> asked) {}

    private Rows rows(ListPermit permit, OwnListPage page) {
        Columns columns = new Columns(
                banners.find(permit), consents.find(permit), Set.copyOf(permit.listFor(Kind.OPINION_REQUEST)));
        Map<InsurerNumber, String> names = insurers.names(page.insurers());
        LocalDate today = Days.of(clock.instant());
        List<UserRow> rows = page.rows().stream()
                .map(one -> row(one, names.getOrDefault(one.person().insurer(), ""), columns, today))
                .toList();
        return new Rows(rows, page.total(), page.waiting(), names);
    }

    private UserRow row(Candidate one, String insurer, Columns columns, LocalDate today) {
        LocalDate until = one.viewableUntil();
        LocalDate served = one.servedIn();
        ConsentState consent = columns.consents().get(one.person());
        return new UserRow(
                handles.of(one.person()),
                insurer,
                one.person().insured(),
                columns.banners().get(one.person()),
                until,
                standing(until, today),
                columns.asked().contains(one.person()) ? one.filedOn() : null,
                consent == null ? null : consent.standing(),
                until != null && served != null && period.needsRecheck(served, until, today));
    }

    private Standing standing(@Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return Standing.REQUESTED;
        }
        if (until.isBefore(today)) {
            return Standing.EXPIRED;
        }
        return period.endsSoon(until, today) ? Standing.ENDS_SOON : Standing.OPEN;
    }
}
