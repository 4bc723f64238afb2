package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kaigo.access.Candidate;
import kaigo.access.ListGate;
import kaigo.access.ListPermit;
import kaigo.access.OwnListPage;
import kaigo.access.OwnListQuery;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.cards.BurdenRatios;
import kaigo.cards.BurdenRatios.YearChange;
import kaigo.cards.RatioYear;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.participants.Insurers;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 負担割合の年度更新: whose ratio changes in August, in place of collecting everybody's certificate. */
@Controller
class RatioPages {

    private static final Set<Kind> COLUMNS = EnumSet.of(Kind.BANNER, Kind.BURDEN_RATIO);
    private static final int SIZE = 50;
    private static final List<String> HEADINGS = Stream.of("insurer", "number", "name", "kana")
            .map(column -> ScreenText.text("users.csv." + column))
            .toList();

    private final ListGate gate;
    private final Banners banners;
    private final BurdenRatios ratios;
    private final Insurers insurers;
    private final PersonHandles handles;
    private final InstantSource clock;

    RatioPages(
            ListGate gate,
            Banners banners,
            BurdenRatios ratios,
            Insurers insurers,
            PersonHandles handles,
            InstantSource clock) {
        this.gate = gate;
        this.banners = banners;
        this.ratios = ratios;
        this.insurers = insurers;
        this.handles = handles;
        this.clock = clock;
    }

    @GetMapping(RatiosPage.PATH)
    ModelAndView show(
            InstitutionViewer viewer,
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam(defaultValue = "1") int page) {
        int wanted = Math.clamp(page, 1, 100_000);
        Rows rows = read(viewer, everybody, (wanted - 1) * SIZE, SIZE);
        String address = RatiosPage.address(everybody);
        if (rows.rows().isEmpty() && wanted > 1) {
            return SeeOther.at(address);
        }
        Pager pager = new Pager(address + (everybody ? "&" : "?"), wanted, SIZE, rows.total());
        return new ModelAndView("viewing/ratios", "it", new RatiosPage(year(), everybody, rows.rows(), pager));
    }

    @GetMapping(RatiosPage.PATH + ".csv")
    void csv(
            InstitutionViewer viewer,
            @RequestParam(defaultValue = "false") boolean everybody,
            HttpServletResponse response)
            throws IOException {
        Rows rows = read(viewer, everybody, 0, ListCsv.ROWS);
        RatiosPage page = new RatiosPage(year(), everybody, rows.rows(), new Pager("", 1, SIZE, rows.total()));
        ListCsv.send("ratios", rows.total(), response, csv -> {
            csv.writeRecord(Stream.concat(
                            HEADINGS.stream(),
                            Stream.of(page.before(), page.after(), ScreenText.text("ratios.changes")))
                    .toList());
            rows.rows().forEach(row -> csv.writeRecord(cells(row)));
        });
    }

    private static List<String> cells(RatioRow row) {
        Banner banner = row.banner();
        return List.of(
                row.insurerName(),
                row.number().value(),
                banner == null ? "" : banner.name(),
                banner == null ? "" : banner.nameKana(),
                row.before() == null ? "" : row.before(),
                row.after() == null ? "" : row.after(),
                row.changes() ? ScreenText.text("ratios.yes") : "");
    }

    private RatioYear year() {
        return RatioYear.of(Days.of(clock.instant()));
    }

    private record Rows(List<RatioRow> rows, int total) {}

    private Rows read(InstitutionViewer viewer, boolean everybody, int offset, int limit) {
        Only only = everybody ? Only.VIEWABLE : Only.RATIO_CHANGED;
        return gate.list(viewer, new OwnListQuery("", null, only, Order.KANA, offset, limit), COLUMNS, this::rows);
    }

    private Rows rows(ListPermit permit, OwnListPage page) {
        Map<PersonKey, Banner> names = banners.find(permit);
        Map<PersonKey, YearChange> changes = ratios.listChanges(permit, year());
        Map<InsurerNumber, String> of = insurers.names(page.insurers());
        return new Rows(
                page.rows().stream()
                        .map(one -> row(
                                one,
                                of.getOrDefault(one.person().insurer(), ""),
                                names.get(one.person()),
                                changes.get(one.person())))
                        .toList(),
                page.total());
    }

    private RatioRow row(Candidate one, String insurer, @Nullable Banner banner, @Nullable YearChange change) {
        return new RatioRow(
                handles.of(one.person()),
                insurer,
                one.person().insured(),
                banner,
                change == null || change.before() == null ? null : RatioYear.label(change.before()),
                change == null || change.after() == null ? null : RatioYear.label(change.after()),
                change != null && change.isChange());
    }
}
