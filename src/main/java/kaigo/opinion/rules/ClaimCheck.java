package kaigo.opinion.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.items.P03;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;

/** 請求書のチェック: what was typed, item by item. */
public final class ClaimCheck {

    /** 診察・検査費用 in points: where somebody had no doctor (certification.md 2.7). */
    public static final List<String> POINTS = Stream.of(
                    P03.INITIAL_EXAM_POINTS,
                    P03.CHEST_XRAY_POINTS,
                    P03.BLOOD_COUNT_POINTS,
                    P03.BLOOD_CHEMISTRY_POINTS,
                    P03.URINE_POINTS)
            .map(item -> item.code())
            .toList();

    private static final int YEN_OF_A_POINT = 10;
    private static final int MOST = Integer.MAX_VALUE;

    /** 9 digits of P03. */
    private static final long LARGEST = 999_999_999;

    private static final List<LayoutItem> ITEMS = Stream.concat(
                    Stream.of("place", "turn", "opinionFee", "tax"),
                    Stream.concat(POINTS.stream(), Stream.of("writtenOn", "sentOn", "remarks")))
            .map(code -> Layouts.newest("P03").orElseThrow().item(code))
            .toList();

    private ClaimCheck() {}

    /** What is typed, in the order of the form. */
    public static List<LayoutItem> items() {
        return ITEMS;
    }

    /** Amounts are typed with commas and wide digits too. */
    public static String plain(LayoutItem item, String typed) {
        return switch (item.type()) {
            case I -> Text.narrow(typed).replace(",", "");
            default -> typed;
        };
    }

    /**
     * @param typed by code, {@link #plain}
     * @return by code, in the order of the form; empty if all is as it should be
     */
    public static Map<String, Wrong> check(
            Map<String, String> typed, LocalDate requestedOn, LocalDate today, Map<String, Integer> bounds) {
        Map<String, Wrong> wrong = LetterCheck.check(ITEMS, typed, today);
        ITEMS.stream()
                .map(LayoutItem::code)
                .filter(code -> !wrong.containsKey(code) && points(typed, code) > bounds.getOrDefault(code, MOST))
                .forEach(code -> wrong.put(code, Wrong.OVER));
        LocalDate before = requestedOn;
        for (String code : List.of(P03.WRITTEN_ON.code(), P03.SENT_ON.code())) {
            LocalDate day = JapaneseDates.parse(typed.getOrDefault(code, "")).orElse(before);
            if (!wrong.containsKey(code) && day.isBefore(before)) {
                wrong.put(code, Wrong.ORDER);
            }
            before = day;
        }
        if (wrong.isEmpty() && total(typed) > LARGEST) {
            wrong.put(P03.OPINION_FEE.code(), Wrong.TOTAL);
        }
        return wrong;
    }

    private static int points(Map<String, String> typed, String code) {
        return POINTS.contains(code) ? number(typed, code) : 0;
    }

    private static int number(Map<String, String> typed, String code) {
        String text = typed.getOrDefault(code, "");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** 請求額 in yen, of what is as it should be. */
    public static long total(Map<String, String> typed) {
        long points = POINTS.stream().mapToLong(code -> number(typed, code)).sum();
        return (long) number(typed, P03.OPINION_FEE.code()) + number(typed, P03.TAX.code()) + points * YEN_OF_A_POINT;
    }
}
