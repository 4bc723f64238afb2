package kaigo.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import kaigo.layout.ErrorId;
import kaigo.layout.Item;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * 植え付ける誤り: every error id to which one record of an M01 file can lead. Not here: E3009, E4001 to E4005 and W4007 (M01
 * has no number item and no relation to other records), W5006 and E9001 (no record alone leads there); E2103 and W2202 need
 * a deleted key and stand in a file of their own ({@link PlantedErrors}).
 */
enum PersonPlant implements Plant {
    OTHER_INSURER(ErrorId.E1002, M01.INSURER_NUMBER, site -> site.row().set(M01.INSURER_NUMBER, site.otherInsurer())),
    /** The line itself is changed after it was written. */
    BROKEN_LINE(ErrorId.E1007, null, site -> {}),
    REQUIRED(ErrorId.E3001, M01.NAME, site -> site.row().set(M01.NAME, null)),
    LENGTH(ErrorId.E3002, M01.POSTAL_CODE, site -> site.row().set(M01.POSTAL_CODE, "00012")),
    CHARACTER_CLASS(ErrorId.E3003, M01.NAME_KANA, site -> site.row().set(M01.NAME_KANA, "かくう　たろう")),
    OUTSIDE_JIS_X_0213(ErrorId.W3004, M01.NAME, site -> site.row().set(M01.NAME, "髙橋　𠮷子")),
    NOT_A_DATE(
            ErrorId.E3005,
            M01.BIRTH_DATE,
            site -> site.row().text(site.row().layout().position(M01.BIRTH_DATE), "19450231")),
    PERIOD(ErrorId.E3006, M01.QUALIFIED_FROM, site -> {
        site.row().set(M01.LOST_ON, qualified(site).minusDays(1));
        site.row().set(M01.LOST_REASON, Qualifying.MOVED_OUT);
    }),
    CODE(ErrorId.E3007, M01.SEX, site -> site.row().set(M01.SEX, "9")),
    CHECK_DIGIT(ErrorId.E3008, M01.MY_NUMBER, PlantSite::breakCheckDigit),
    CONDITIONAL(ErrorId.E3010, M01.LOST_REASON, site -> {
        site.row().set(M01.LOST_ON, qualified(site));
        site.row().set(M01.LOST_REASON, null);
    }),
    SAME_KEY(
            ErrorId.E3011,
            null,
            site -> site.row().set(M01.INSURED_NUMBER, site.previous().get(M01.INSURED_NUMBER))),
    ORDER_OF_DATES(
            ErrorId.W4006,
            M01.BIRTH_DATE,
            site -> site.row().set(M01.BIRTH_DATE, qualified(site).plusDays(1))),
    DEEMED_WITHOUT_H(ErrorId.W4008, M01.INSURED_CATEGORY, site -> site.row().set(M01.INSURED_CATEGORY, "3")),
    EXISTING_KEY(ErrorId.E2101, null, site -> {
        site.restore();
        site.changeContent();
    }),
    MISSING_KEY(
            ErrorId.E2102,
            null,
            site -> site.row().set(M01.INSURED_NUMBER, FictitiousInsuredNumber.neverGiven(site.index()))),
    UPDATE_IN_SET_UP(ErrorId.E2104, null, site -> site.row().set(M01.UPDATE_TYPE, UpdateType.UPDATE.code())),
    NOTHING_NEW(ErrorId.W2201, null, PlantSite::restore),
    OLDER(ErrorId.W2203, null, site -> {
        site.restore();
        site.changeContent();
        site.row().set(M01.UPDATE_TYPE, UpdateType.UPDATE.code());
        site.row()
                .set(
                        M01.SOURCE_UPDATED_AT,
                        site.population().baseDate().minusDays(30).atStartOfDay());
    }),
    NOT_REGISTERED(ErrorId.E5001, M01.MY_NUMBER, site -> site.setNumber(SimulatedOutcome.NOT_REGISTERED)),
    NUMBER_MISSING(ErrorId.E5002, M01.MY_NUMBER, site -> site.row().set(M01.MY_NUMBER, null)),
    NUMBER_TAKEN(
            ErrorId.E5003,
            M01.MY_NUMBER,
            site -> site.row().set(M01.MY_NUMBER, site.previous().get(M01.MY_NUMBER))),
    NO_ANSWER(ErrorId.E5004, M01.MY_NUMBER, site -> site.setNumber(SimulatedOutcome.TIME_OUT)),
    MISMATCH(ErrorId.E5005, M01.MY_NUMBER, site -> site.setNumber(SimulatedOutcome.MISMATCH));

    private static final Set<PersonPlant> DAILY_ONLY = Set.of(EXISTING_KEY, MISSING_KEY, NOTHING_NEW, OLDER);
    /** A 更新 without マイナンバー leaves the link as it is. */
    private static final Set<PersonPlant> SET_UP_ONLY = Set.of(UPDATE_IN_SET_UP, NUMBER_MISSING);

    private final ErrorId id;
    private final @Nullable Item item;
    private final Consumer<PlantSite> damage;

    PersonPlant(ErrorId id, @Nullable Item item, Consumer<PlantSite> damage) {
        this.id = id;
        this.item = item;
        this.damage = damage;
    }

    /** Those that make sense: states need a register that is not empty, 更新 is wrong in a set-up only. */
    static List<PersonPlant> in(ProcessingType type) {
        Set<PersonPlant> elsewhere = type == ProcessingType.INITIAL ? DAILY_ONLY : SET_UP_ONLY;
        return Arrays.stream(values())
                .filter(plant -> !elsewhere.contains(plant))
                .toList();
    }

    @Override
    public ErrorId id() {
        return id;
    }

    @Override
    public boolean fits(PlantSite site) {
        return isPlain(site, site.row()) && isPlain(site, site.previous());
    }

    /** An ordinary person with a number that gets its key, by an update of the register that is as usual in this file. */
    private static boolean isPlain(PlantSite site, Row row) {
        UpdateType usual = site.type() == ProcessingType.INITIAL ? UpdateType.CREATE : UpdateType.UPDATE;
        String number = row.get(M01.MY_NUMBER);
        return usual.code().equals(row.get(M01.UPDATE_TYPE))
                && number != null
                && FictitiousMyNumber.isLinked(number)
                && row.get(M01.BIRTH_DATE) != null;
    }

    @Override
    public String damage(PlantSite site) {
        damage.accept(site);
        return item == null ? "" : item.code();
    }

    private static LocalDate qualified(PlantSite site) {
        return Objects.requireNonNull(site.row().get(M01.QUALIFIED_FROM));
    }
}
