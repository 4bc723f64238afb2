package kaigo.viewing.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.layout.Item.IntItem;
import kaigo.layout.ShownRecord.Value;
import kaigo.layout.items.M02;
import kaigo.layout.items.M04;
import kaigo.layout.items.M05;
import kaigo.layout.items.M06;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;
import kaigo.layout.items.X01;
import kaigo.layout.items.X02CostMonths;
import kaigo.layout.items.X02Costs;
import kaigo.layout.items.X02Slips;

/** 単位: in what the whole numbers of the interfaces count, as docs/interfaces says it. */
final class Units {

    private static final Map<String, Unit> OF_ITEMS = new HashMap<>();

    /** @param decimals how many of its digits stand behind the point */
    private record Unit(int decimals, String name) {}

    static {
        put(0, "単位／月", Stream.of(M02.MONTHLY_LIMIT_UNITS));
        put(
                0,
                "単位／月",
                Stream.of(
                        M02.TYPE_LIMITS1_UNITS,
                        M02.TYPE_LIMITS2_UNITS,
                        M02.TYPE_LIMITS3_UNITS,
                        M02.TYPE_LIMITS4_UNITS,
                        M02.TYPE_LIMITS5_UNITS));
        put(
                0,
                "円／日",
                Stream.of(
                        M04.FOOD_FACILITY,
                        M04.FOOD_SHORT,
                        M04.ROOM_UNIT_PRIVATE,
                        M04.ROOM_UNIT_SHARED,
                        M04.ROOM_PRIVATE_WELFARE,
                        M04.ROOM_PRIVATE_HEALTH,
                        M04.ROOM_SHARED_WELFARE,
                        M04.ROOM_SHARED_HEALTH));
        put(0, "%", Stream.of(M04.BENEFIT_RATE, X01.INTAKE, X01.INTAKE_STAPLE, X01.INTAKE_SIDE));
        put(2, "%", Stream.of(M04.REDUCTION_RATE, M08.DEMENTIA_PROBABILITY));
        put(0, "円", Stream.of(M05.REMAINING, M06.REMAINING, M06.PRICE));
        put(1, "分", CommitteeSheetForm.MINUTES.stream());
        put(1, "点", Stream.of(M08.SCORE1, M08.SCORE2, M08.SCORE3, M08.SCORE4, M08.SCORE5));
        put(0, "か月", Stream.of(M08.VALID_MONTHS));
        put(0, "歳", Stream.of(M08Overview.AGE, M08Opinion.AGE));
        put(1, "cm", Stream.of(M08Opinion.HEIGHT, X01.HEIGHT));
        put(1, "kg", Stream.of(M08Opinion.WEIGHT, X01.WEIGHT));
        put(0, "kcal", Stream.of(X01.NEEDED_ENERGY, X01.PROVIDED_ENERGY));
        put(0, "g", Stream.of(X01.NEEDED_PROTEIN, X01.PROVIDED_PROTEIN));
        put(0, "点", Stream.of(X01.ADL_TOTAL, X01.DBD_TOTAL, X01.VITALITY_TOTAL));
        put(
                0,
                "回／月",
                Stream.of(
                        M08Overview.HOME_HELP,
                        M08Overview.HOME_BATHING,
                        M08Overview.HOME_NURSING,
                        M08Overview.HOME_REHAB,
                        M08Overview.HOME_MEDICAL_ADVICE,
                        M08Overview.DAY_SERVICE,
                        M08Overview.DAY_REHAB,
                        M08Overview.REGULAR_VISIT));
        put(
                0,
                "日／月",
                Stream.of(
                        M08Overview.SHORT_STAY,
                        M08Overview.SHORT_STAY_MEDICAL,
                        M08Overview.SPECIFIED_FACILITY,
                        M08Overview.NURSING_MULTIFUNCTION,
                        M08Overview.NIGHT_HOME_HELP,
                        M08Overview.DEMENTIA_DAY_SERVICE,
                        M08Overview.MULTIFUNCTION,
                        M08Overview.DEMENTIA_GROUP_HOME,
                        M08Overview.LOCAL_SPECIFIED_FACILITY,
                        M08Overview.LOCAL_WELFARE_FACILITY));
        put(0, "単位／月", Stream.of(X02Slips.LIMIT_UNITS));
        put(
                0,
                "日",
                Stream.of(
                        X02Slips.SHORT_STAY_BEFORE,
                        X02CostMonths.SHORT_STAY_BEFORE,
                        X02CostMonths.SHORT_STAY_PLANNED,
                        X02CostMonths.SHORT_STAY_TOTAL));
        put(0, "%", Stream.of(X02Costs.DISCOUNT_RATE, X02Costs.BENEFIT_RATE));
        put(2, "円", Stream.of(X02Costs.UNIT_PRICE));
        put(
                0,
                "円",
                Stream.of(
                        X02Costs.TOTAL_COST,
                        X02Costs.BENEFIT,
                        X02Costs.FIXED_FEE,
                        X02Costs.OWN_SHARE,
                        X02Costs.OWN_WHOLE));
        put(0, "品目", Stream.of(M08Overview.EQUIPMENT_RENTAL, M08Overview.EQUIPMENT_SALE));
    }

    private Units() {}

    private static void put(int decimals, String name, Stream<IntItem> items) {
        items.forEach(item -> OF_ITEMS.put(item.interfaceId() + '.' + item.code(), new Unit(decimals, name)));
    }

    /** 16,765単位／月. */
    static String text(Value one, long number) {
        Unit unit = OF_ITEMS.getOrDefault(one.table() + "." + one.item().code(), new Unit(0, ""));
        return "%%,.%df".formatted(unit.decimals).formatted(BigDecimal.valueOf(number, unit.decimals)) + unit.name;
    }
}
