package kaigo.generate;

import static kaigo.generate.Insured.later;
import static kaigo.generate.Insured.put;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.generate.Certification.Decision;
import kaigo.generate.ServiceUse.Use;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;

/**
 * サービス利用票と別表の行 (第6表, 第7表 of X02) of a plan at home: one month after another from shortly before 基準日 on, what was
 * done once the month is over. Services, codes and units are 架空.
 */
final class SlipRows {
    private static final Layout PLAN = Layouts.newest("X02").orElseThrow();
    private static final int MONTHS_BEFORE_BASE = 2;
    private static final int WRITTEN_ON = 25;
    private static final int DAYS = 31;
    private static final int YEN_OF_A_UNIT = 10;
    private static final int BENEFIT_RATE = 90;

    /** @param monthly paid once a month, however often */
    private record Fee(String name, int units, boolean monthly) {}

    private static final Fee OTHER = new Fee("その他のサービス（架空）", 400, false);
    private static final Map<String, Fee> FEES = Map.of(
            "11", new Fee("訪問介護（架空）", 250, false),
            "A2", new Fee("訪問型サービス（架空）", 270, false),
            "15", new Fee("通所介護（架空）", 750, false),
            "A6", new Fee("通所型サービス（架空）", 380, false),
            "13", new Fee("訪問看護（架空）", 820, false),
            "63", new Fee("介護予防訪問看護（架空）", 790, false),
            "17", new Fee("福祉用具貸与（架空）", 500, true),
            "67", new Fee("介護予防福祉用具貸与（架空）", 300, true));

    /**
     * A service of a month.
     *
     * @param number of the service in the plan
     * @param planned one digit a day
     */
    private record Line(int number, Use use, Fee fee, String planned) {
        int times() {
            return fee.monthly()
                    ? 1
                    : (int) planned.chars().filter(c -> c == '1').count();
        }

        int units() {
            return fee.units() * times();
        }

        String code() {
            return use.service() + "9901";
        }
    }

    private SlipRows() {}

    /** 福祉用具貸与: there all the time, at no hour. */
    static boolean isEquipment(Use use) {
        return FEES.getOrDefault(use.service(), OTHER).monthly();
    }

    /** @param createdOn of the plan */
    static void add(Row plan, Insured insured, Certification one, List<Use> services, LocalDate createdOn) {
        YearMonth oldest = YearMonth.from(insured.base()).minusMonths(MONTHS_BEFORE_BASE);
        Decision period = Insured.decision(one);
        Stream.iterate(YearMonth.from(createdOn), month -> month.plusMonths(1))
                .takeWhile(month ->
                        !month.atDay(1).isAfter(period.validTo()) && insured.knows(later(writtenOn(month), createdOn)))
                .filter(month -> !month.isBefore(oldest))
                .forEach(month ->
                        month(plan, insured, one, month, lines(services, month, later(month.atDay(1), createdOn))));
    }

    private static LocalDate writtenOn(YearMonth month) {
        return month.minusMonths(1).atDay(WRITTEN_ON);
    }

    private static void month(Row plan, Insured insured, Certification one, YearMonth month, List<Line> lines) {
        Row slip = row(plan, "slips", month);
        put(slip, "createdOn", later(writtenOn(month), one.endedOn()));
        careLevel(slip, one, month);
        put(slip, "limitUnits", CareLevels.limitUnits(one.severity()));
        put(slip, "limitFrom", Insured.decision(one).validFrom());
        put(slip, "limitTo", Insured.decision(one).validTo());
        put(slip, "shortStayBefore", 0);
        boolean isOver = insured.knows(month.atEndOfMonth().plusDays(1));
        lines.forEach(line -> slipLine(plan, month, line, isOver));
        Row costs = row(plan, "costMonths", month);
        put(costs, "createdOn", later(writtenOn(month), one.endedOn()));
        put(costs, "shortStayBefore", 0);
        put(costs, "shortStayPlanned", 0);
        put(costs, "shortStayTotal", 0);
        costs(plan, month, lines, CareLevels.limitUnits(one.severity()));
    }

    /** In the month in which it changes, both. */
    private static void careLevel(Row slip, Certification one, YearMonth month) {
        Certification before = one.previous();
        LocalDate changedOn = Insured.decision(one).validFrom();
        if (before != null && YearMonth.from(changedOn).equals(month) && before.severity() != one.severity()) {
            put(slip, "careLevel", before.careLevel());
            put(slip, "changedLevel", one.careLevel());
            put(slip, "changedOn", changedOn);
        } else {
            put(slip, "careLevel", one.careLevel());
        }
    }

    private static Row row(Row plan, String sheet, YearMonth month) {
        Row row = plan.addTo(PLAN.sheet(sheet));
        put(row, "targetMonth", month.format(ClaimRows.MONTH));
        return row;
    }

    /** The first service on Mondays, the second on Mondays and Tuesdays, and so on: as 第2表 and 第3表 say. */
    private static List<Line> lines(List<Use> services, YearMonth month, LocalDate from) {
        return IntStream.range(0, services.size())
                .mapToObj(i -> {
                    Use use = services.get(i);
                    Fee fee = FEES.getOrDefault(use.service(), OTHER);
                    IntPredicate isDay = day -> {
                        LocalDate date = month.atDay(day);
                        DayOfWeek last = DayOfWeek.of(i + 1);
                        return !date.isBefore(from)
                                && (fee.monthly() || date.getDayOfWeek().compareTo(last) <= 0);
                    };
                    return new Line(i + 1, use, fee, digits(month, isDay));
                })
                .toList();
    }

    private static String digits(YearMonth month, IntPredicate isDay) {
        return IntStream.rangeClosed(1, DAYS)
                .mapToObj(day -> day <= month.lengthOfMonth() && isDay.test(day) ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static void slipLine(Row plan, YearMonth month, Line line, boolean isOver) {
        Row row = row(plan, "slipLines", month);
        if (!line.fee().monthly()) {
            put(row, "startTime", "%02d00".formatted(PlanRows.startHour(line.number())));
            put(row, "endTime", "%02d30".formatted(PlanRows.startHour(line.number()) + 1));
        }
        put(row, "content", line.fee().name());
        put(row, "serviceCode", line.code());
        put(row, "officeNumber", line.use().office().number());
        put(row, "officeName", line.use().office().name());
        if (line.fee().monthly()) {
            put(row, "equipment", "手すり（架空）");
            put(row, "equipmentCode", "99999-000001");
        }
        put(row, "planned", line.planned());
        put(row, "done", isOver ? line.planned() : null);
    }

    /** What exceeds the limit is paid by oneself: of the last services. */
    private static void costs(Row plan, YearMonth month, List<Line> lines, int limit) {
        int units = 0;
        for (Line line : lines) {
            int within = Math.max(0, Math.min(line.units(), limit - units));
            units += line.units();
            Row row = row(plan, "costs", month);
            put(row, "lineKind", "1");
            put(row, "officeName", line.use().office().name());
            put(row, "officeNumber", line.use().office().number());
            put(row, "content", line.fee().name());
            put(row, "serviceCode", line.code());
            put(row, "units", line.fee().units());
            put(row, "times", line.times());
            amounts(row, line.units(), within);
            put(row, "unitPrice", YEN_OF_A_UNIT * 100);
            put(row, "benefitRate", BENEFIT_RATE);
        }
        Row total = row(plan, "costs", month);
        put(total, "lineKind", "3");
        amounts(total, units, Math.min(units, limit));
    }

    private static void amounts(Row row, int units, int within) {
        int cost = within * YEN_OF_A_UNIT;
        int benefit = cost * BENEFIT_RATE / 100;
        put(row, "serviceUnits", units);
        put(row, "managedUnits", units);
        put(row, "limitOver", units - within);
        put(row, "limitWithin", within);
        put(row, "totalCost", cost);
        put(row, "benefit", benefit);
        put(row, "ownShare", cost - benefit);
        put(row, "ownWhole", (units - within) * YEN_OF_A_UNIT);
    }
}
