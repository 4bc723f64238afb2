package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import kaigo.layout.ErrorId;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/**
 * レコードの誤り of any interface beside M01: its insurer, its key, its periods, its state. Not here: E2103, W2201 and W2202,
 * which are the same for every interface and stand in the files of M01.
 */
record RecordPlant(ErrorId id, Predicate<PlantSite> where, Function<PlantSite, String> change) implements Plant {

    private static final String NEVER_USED = "99999";

    /** A history number that nobody has says nothing else here: no period overlaps, no certification is missing. */
    private static final Set<String> WITHOUT_RELATIVES = Set.of("M05", "M06", "M08", "M09", "M13");

    /** Every kind that one record of this layout can have, items and relations among them. */
    static List<Plant> of(Layout layout, ProcessingType type, boolean asSet) {
        List<Plant> kinds = new ArrayList<>(ItemPlant.of(layout));
        kinds.add(new RecordPlant(ErrorId.E1002, site -> true, RecordPlant::otherInsurer));
        if (!asSet) {
            kinds.add(new RecordPlant(ErrorId.E1007, site -> true, site -> "")); // the line itself is changed later
        }
        for (Layout.Period period : layout.periods()) {
            kinds.add(period(layout, period));
        }
        kinds.add(new RecordPlant(
                ErrorId.E3011, site -> isOfOneKind(site) && (!asSet || hasNoSheets(site)), RecordPlant::sameKey));
        if (layout.position("insuredNumber") >= 0) {
            kinds.add(new RecordPlant(ErrorId.E4001, site -> isCreated(site.row()), RecordPlant::neverRegistered));
        }
        kinds.addAll(type == ProcessingType.INITIAL ? inSetUp() : inDay(layout));
        kinds.addAll(RelationPlants.of(layout.head().itemsOf()));
        return kinds;
    }

    private static List<Plant> inSetUp() {
        return List.of(new RecordPlant(ErrorId.E2104, site -> true, site -> as(UpdateType.UPDATE, site.row())));
    }

    private static List<Plant> inDay(Layout layout) {
        List<Plant> kinds = new ArrayList<>();
        kinds.add(new RecordPlant(
                ErrorId.E2101, site -> isUpdated(site.row()), site -> as(UpdateType.CREATE, site.row())));
        kinds.add(new RecordPlant(ErrorId.W2203, site -> isUpdated(site.row()), RecordPlant::older));
        if (WITHOUT_RELATIVES.contains(layout.head().itemsOf())) {
            kinds.add(new RecordPlant(ErrorId.E2102, site -> isUpdated(site.row()), RecordPlant::otherHistory));
        }
        return kinds;
    }

    @Override
    public boolean fits(PlantSite site) {
        return where.test(site);
    }

    @Override
    public String damage(PlantSite site) {
        return change.apply(site);
    }

    static boolean isCreated(Row row) {
        return UpdateType.CREATE.code().equals(text(row, "updateType"));
    }

    private static boolean isUpdated(Row row) {
        return UpdateType.UPDATE.code().equals(text(row, "updateType"));
    }

    private static @Nullable String text(Row row, String code) {
        return row.text(row.layout().position(code));
    }

    private static String as(UpdateType type, Row row) {
        Insured.put(row, "updateType", type.code());
        return "";
    }

    private static String otherInsurer(PlantSite site) {
        Insured.put(site.row(), "insurerNumber", site.otherInsurer());
        return "insurerNumber";
    }

    private static String neverRegistered(PlantSite site) {
        Insured.put(site.row(), "insuredNumber", FictitiousInsuredNumber.neverGiven(site.index()));
        return "";
    }

    private static String older(PlantSite site) {
        LocalDate before = site.population().baseDate().minusDays(30);
        Insured.put(site.row(), "sourceUpdatedAt", YyyyMmDd.format(before) + "000000");
        return "";
    }

    private static String otherHistory(PlantSite site) {
        Insured.put(site.row(), "historyNo", NEVER_USED);
        return "";
    }

    /** In a set the rows of its sheets would be taken for those of the first. */
    private static boolean hasNoSheets(PlantSite site) {
        return site.row().layout().sheets().stream()
                .allMatch(sheet -> site.row().sheet(sheet).isEmpty());
    }

    /** A code in the key may decide how items are checked, so it must be the same before; the kind of a form does not. */
    private static boolean isOfOneKind(PlantSite site) {
        return site.row().layout().key().stream()
                .filter(item -> item.codes() != null && !item.code().equals("formKind"))
                .allMatch(item -> Objects.equals(
                        site.row().text(item.position()), site.previous().text(item.position())));
    }

    private static String sameKey(PlantSite site) {
        for (LayoutItem item : site.row().layout().key()) {
            site.row().text(item.position(), site.previous().text(item.position()));
        }
        return "";
    }

    private static Plant period(Layout layout, Layout.Period period) {
        String start = layout.item(period.start()).code();
        return new RecordPlant(
                ErrorId.E3006,
                site -> site.row().text(period.start()) != null && site.row().text(period.end()) != null,
                site -> {
                    LocalDate end =
                            YyyyMmDd.parse(Objects.requireNonNull(site.row().text(period.end())));
                    Insured.put(site.row(), start, Objects.requireNonNull(end).plusDays(1));
                    return start;
                });
    }
}
