package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 架空の国: five insurers in five states, one of them a 広域連合 of three municipalities; 3,000 insured. A real prefecture
 * (the format asks for one), invented municipalities whose names begin with 架空 and whose numbers belong to nobody: the
 * check digits are right, the five digits before them are not in the list of municipalities.
 *
 * @param asOf the country's today
 */
public record DemoCountry(LocalDate asOf, List<DemoInsurer> insurers) {
    private static final long SEED = 20_261_120;
    private static final String PREFECTURE = "44";
    private static final int DAILY_SINCE = 20;

    /** 状態 of an insurer on the way to its 利用開始日. */
    public enum State {
        STARTED,
        STARTED_RECENTLY,
        /** 初期セットアップ中. */
        LOADING,
        /** 準備中: contracted, no data yet. */
        PREPARING,
        /** 三者契約 not yet concluded. */
        NOT_CONTRACTED
    }

    /**
     * 架空の保険者.
     *
     * @param population its persons; none before its set-up
     * @param loadFrom first day of 初期セットアップ, or null
     * @param dailyFrom first day of daily files, or null
     * @param startedOn 利用開始日, or null if not fixed; may lie ahead
     */
    public record DemoInsurer(
            State state,
            Population population,
            @Nullable LocalDate loadFrom,
            @Nullable LocalDate dailyFrom,
            @Nullable LocalDate startedOn) {

        public String name() {
            return population.name();
        }

        public InsurerNumber number() {
            return population.insurer();
        }

        public String prefecture() {
            return members().getFirst().prefecture();
        }

        /** Several for a 広域連合. */
        public List<Municipality> members() {
            return population.municipalities();
        }
    }

    /**
     * What an insurer has sent of every interface beside M01, in its order: its set-up, or, where daily files are taken,
     * all that happened up to some weeks ago. To be read one after another.
     */
    public Stream<Records> untilThen(DemoInsurer insurer) {
        CareRecords care = new CareRecords(insurer.population());
        return insurer.dailyFrom() == null
                ? CareRecords.interfaces(ProcessingType.INITIAL).stream().map(care::initial)
                : CareRecords.interfaces(ProcessingType.DAILY).stream()
                        .map(id -> care.daily(id, quiet(insurer, then()), null, null));
    }

    /** What the weeks since then brought, where daily files are taken. */
    public Stream<Records> sinceThen(DemoInsurer insurer) {
        CareRecords care = new CareRecords(insurer.population());
        return insurer.dailyFrom() == null
                ? Stream.empty()
                : CareRecords.interfaces(ProcessingType.DAILY).stream()
                        .map(id -> care.daily(id, quiet(insurer, asOf), null, then()));
    }

    /** When the youngest of the insurers began with daily files: long enough ago that something is new in most lists. */
    private LocalDate then() {
        return asOf.minusDays(DAILY_SINCE);
    }

    private static DailyPlan quiet(DemoInsurer insurer, LocalDate day) {
        return DailyPlan.quiet(insurer.population(), day);
    }

    /** Whom offices serve. */
    public Stream<Served> served(DemoInsurer insurer) {
        return new CareRecords(insurer.population()).served();
    }

    /** 事業所 and 医療機関 of the prefecture in which all of them lie. */
    public static FictitiousInstitutions institutions() {
        return new FictitiousInstitutions(PREFECTURE);
    }

    public static DemoCountry of(LocalDate asOf) {
        LocalDate firstSetUp = asOf.minusDays(120);
        LocalDate secondSetUp = asOf.minusDays(30);
        LocalDate thirdSetUp = asOf.minusDays(1);
        Population island = population("44395", "架空島町", 0, firstSetUp, null);
        Population hill = population("44294", "架空山市", 0, firstSetUp, null);
        Population union = new Population(
                SEED, InsurerNumber.ofFirstFive("44297"), "架空広域連合", 1200, firstSetUp, unionMembers(), island);
        Population city = population("44291", "架空市", 1000, secondSetUp, union);
        Population harbour = population("44292", "架空港市", 800, thirdSetUp, city);
        return new DemoCountry(
                asOf,
                List.of(
                        new DemoInsurer(
                                State.STARTED_RECENTLY,
                                city,
                                secondSetUp,
                                asOf.minusDays(DAILY_SINCE),
                                asOf.minusDays(7)),
                        new DemoInsurer(State.LOADING, harbour, thirdSetUp, null, asOf.plusDays(30)),
                        new DemoInsurer(State.PREPARING, hill, null, null, null),
                        new DemoInsurer(State.STARTED, union, firstSetUp, asOf.minusDays(100), asOf.minusDays(90)),
                        new DemoInsurer(State.NOT_CONTRACTED, island, null, null, null)));
    }

    private static List<Municipality> unionMembers() {
        return List.of(town("44391", "架空南町"), town("44392", "架空西町"), town("44393", "架空北村"));
    }

    private static Population population(
            String firstFive, String name, int count, LocalDate baseDate, @Nullable Population neighbour) {
        InsurerNumber insurer = InsurerNumber.ofFirstFive(firstFive);
        return new Population(SEED, insurer, name, count, baseDate, List.of(town(firstFive, name)), neighbour);
    }

    private static Municipality town(String firstFive, String name) {
        return Municipality.invented(firstFive, name);
    }
}
