package kaigo.consent.web;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kaigo.consent.Coverage;
import kaigo.consent.Coverage.Period;
import kaigo.consent.rules.ConsentState.Standing;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 同意の取得状況, in words.
 *
 * @param coverage null before the first count
 */
public record CoveragePage(@Nullable Coverage coverage) {

    /** A line of figures. */
    public record Line(String name, List<String> figures) {}

    private static final List<String> CHANNELS = List.of("APPLICATION", "INSURER", "OFFICE", "SETUP", "OWN_PAGE");

    public String counted() {
        return coverage == null ? "" : ScreenText.text("coverage.counted", JapaneseDates.both(coverage.countedOn()));
    }

    /** Of those who are certified, in whole per cent, rounded down: nobody is told more than there is. */
    public String share() {
        if (coverage == null || coverage.certified() == 0) {
            return "—";
        }
        return Math.min(100, 100L * coverage.consented() / coverage.certified()) + "%";
    }

    public List<Line> standings() {
        return coverage == null
                ? List.of()
                : Arrays.stream(Standing.values())
                        .map(one ->
                                line("consentState." + one, coverage.standings().getOrDefault(one, 0)))
                        .toList();
    }

    public List<Line> channels() {
        return coverage == null
                ? List.of()
                : CHANNELS.stream()
                        .map(one -> channel(one, coverage.inForce().getOrDefault(one, Map.of())))
                        .toList();
    }

    private static Line channel(String channel, Map<Period, Integer> periods) {
        return new Line(
                ScreenText.text("consentChannel." + channel),
                Arrays.stream(Period.values())
                        .map(period -> persons(periods.getOrDefault(period, 0)))
                        .toList());
    }

    public List<Line> months() {
        return coverage == null
                ? List.of()
                : coverage.oldOnly().entrySet().stream()
                        .map(one -> new Line(month(one.getKey()), List.of(persons(one.getValue()))))
                        .toList();
    }

    private static Line line(String key, int persons) {
        return new Line(ScreenText.text(key), List.of(persons(persons)));
    }

    private static String month(YearMonth month) {
        String day = JapaneseDates.wareki(month.atDay(1));
        return day.substring(0, day.indexOf('月') + 1) + "（%d/%02d）".formatted(month.getYear(), month.getMonthValue());
    }

    private static String persons(int persons) {
        return ScreenText.text("users.total", Moments.count(persons));
    }
}
