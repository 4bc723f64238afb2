package kaigo.certification.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.shared.ResourceTable;

/**
 * 警告コード: answers of a 基本調査 that seldom stand together (issue note "certification" 3.6: 57 pairs, from the investigators'
 * textbook of 2024-04). They are advice to look again, never an error.
 */
public final class SurveyWarnings {

    private static final Pattern ANSWER = Pattern.compile("([1-7]-[0-9]+)=([0-9])");
    private static final Pattern SAME_OF_ALL = Pattern.compile("([1-7])-([0-9]+) to \\1-([0-9]+)=([0-9])");

    private static final List<Warning> ALL = ResourceTable.read("/certification/survey-warnings.csv").stream()
            .skip(1)
            .map(line -> new Warning(
                    line.getFirst(),
                    Stream.of(line.get(1), line.get(2))
                            .flatMap(text -> conditions(text).stream())
                            .toList()))
            .toList();

    private SurveyWarnings() {}

    /** 項目番号 as on the form, {@code 1-3}, and the number of its answer. */
    public record Answer(String question, String answer) {}

    /** @param answers that hold together */
    public record Warning(String code, List<Answer> answers) {

        boolean holds(Map<String, String> survey) {
            return answers.stream().allMatch(one -> one.answer().equals(survey.get(one.question())));
        }
    }

    /** @param survey 項目番号 to the number of its answer */
    public static List<Warning> of(Map<String, String> survey) {
        return ALL.stream().filter(warning -> warning.holds(survey)).toList();
    }

    /** Of 警告コード as the 認定ソフト writes them, two digits each; what it does not know is left out. */
    public static List<Warning> named(String codes) {
        List<String> each = Arrays.asList(codes.split("(?<=\\G..)"));
        return ALL.stream().filter(warning -> each.contains(warning.code())).toList();
    }

    private static List<Answer> conditions(String text) {
        Matcher all = SAME_OF_ALL.matcher(text);
        if (all.matches()) {
            return IntStream.rangeClosed(Integer.parseInt(all.group(2)), Integer.parseInt(all.group(3)))
                    .mapToObj(number -> new Answer(all.group(1) + "-" + number, all.group(4)))
                    .toList();
        }
        Matcher one = ANSWER.matcher(text);
        if (!one.matches()) {
            throw new IllegalStateException("no answer of a survey: " + text);
        }
        return List.of(new Answer(one.group(1), one.group(2)));
    }
}
