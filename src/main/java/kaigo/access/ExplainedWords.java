package kaigo.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.access.ExplainedViewer.Anybody;
import kaigo.access.rules.Cell;
import kaigo.access.rules.Column;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Explanation.Step;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Question;
import kaigo.access.rules.SharingTable;
import kaigo.shared.Messages;

/** 判定の説明の言葉: what an explanation is told in, by the command and on the screen. */
public final class ExplainedWords {

    private static final List<List<String>> TABLE = SharingTable.lines();

    private ExplainedWords() {}

    /** As the table of docs/sharing.md names it. */
    public static String label(Kind kind) {
        return TABLE.stream()
                .filter(line -> line.getFirst().equals(kind.name()))
                .map(line -> line.get(1))
                .findFirst()
                .orElseThrow();
    }

    /** With the code of the ground or the reason. */
    public static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var ground) -> Messages.of("explained.allowed") + "（" + ground + "）";
            case Decision.Refused(var reason) -> Messages.of("explained.refused") + "（" + reason + "）";
        };
    }

    /** What an answer says in a sentence. */
    public static String sentence(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var ground) -> Messages.of("ground." + ground);
            case Decision.Refused(var reason) -> reason.sentence();
        };
    }

    public static String column(Column column) {
        return Messages.of("column." + column);
    }

    /** What stands in a cell of the table, with its footnotes. */
    public static List<String> cell(Cell cell) {
        List<String> words = new ArrayList<>(List.of(Messages.of("cell." + cell.sharing())));
        Arrays.stream(Cell.Note.values())
                .filter(cell.notes()::contains)
                .map(note -> Messages.of("note." + note))
                .forEach(words::add);
        return words;
    }

    /** What became of a question in a column. */
    public enum Answer {
        PASSED,
        REFUSED,
        /** Refused before. */
        NOT_ASKED
    }

    public static Answer answer(Seated column, Question question) {
        return column.steps().stream()
                .filter(step -> step.question() == question)
                .findFirst()
                .map(Step::refuses)
                .map(refuses -> refuses ? Answer.REFUSED : Answer.PASSED)
                .orElse(Answer.NOT_ASKED);
    }

    public static String text(Answer answer) {
        return Messages.of("explained." + answer);
    }

    /** Where a fact comes from. */
    public static String from(ExplainedFact fact) {
        return fact.from().equals(ExplainedFact.RULE) ? Messages.of("explained.told") : fact.from();
    }

    public static String values(ExplainedFact fact) {
        return fact.values().isEmpty()
                ? Messages.of("explained.noRow")
                : fact.values().entrySet().stream()
                        .map(one -> name(one.getKey()) + "=" + word(one))
                        .collect(Collectors.joining("　"));
    }

    private static String name(String key) {
        return Messages.has("fact." + key) ? Messages.of("fact." + key) : key;
    }

    private static String word(Map.Entry<String, String> fact) {
        return switch (fact.getValue()) {
            case "true" -> Messages.of("explained.yes");
            case "false" -> Messages.of("explained.no");
            default ->
                fact.getKey().equals("verdict")
                        ? fact.getValue() + "（" + Messages.of("verdict." + fact.getValue()) + "）"
                        : fact.getValue();
        };
    }

    /** What has to be known to understand the whole. */
    public static List<String> caveats(Explained explained) {
        List<String> caveats = new ArrayList<>();
        if (!explained.present()) {
            caveats.add(Messages.of("explained.absent"));
        }
        if (explained.viewer() instanceof Anybody) {
            caveats.add(Messages.of("explained.anybody"));
        }
        if (!explained.today()) {
            caveats.add(Messages.of("explained.otherDay"));
        }
        return caveats;
    }
}
