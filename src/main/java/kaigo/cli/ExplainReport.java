package kaigo.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.access.Explained;
import kaigo.access.ExplainedFact;
import kaigo.access.ExplainedWords;
import kaigo.access.ExplainedWords.Answer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Question;
import kaigo.access.rules.SharingRule;
import kaigo.shared.Messages;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** 判定の説明 as text or JSON. One kind: the facts stand below each question; several: once, after them. */
final class ExplainReport {

    private final Explained explained;
    private final Map<Question, List<ExplainedFact>> facts;
    private final StringBuilder text = new StringBuilder();

    ExplainReport(Explained explained) {
        this.explained = explained;
        this.facts = explained.factsByQuestion();
    }

    String text() {
        line("", "判定の説明　規則の版 " + SharingRule.VERSION + "　" + explained.on() + " について");
        line("", "閲覧者 " + explained.viewer().name() + "　本人 " + person());
        ExplainedWords.caveats(explained).forEach(caveat -> line("", "注意: " + caveat));
        boolean one = explained.kinds().size() == 1;
        for (Explanation kind : explained.kinds()) {
            line("", "");
            print(kind, one);
        }
        if (!one) {
            line("", "");
            line("", "事実 / facts");
            for (Question question : Question.values()) {
                line("  ", number(question) + " " + question.text());
                print(question, "     ");
            }
        }
        return text.toString();
    }

    private void print(Explanation kind, boolean withFacts) {
        Decision decision = kind.decision();
        line(
                "",
                kind.kind().name() + " " + ExplainedWords.label(kind.kind()) + ": " + ExplainedWords.outcome(decision));
        if (decision instanceof Decision.Refused(var reason)) {
            line("  ", reason.sentence());
            line("  ", "次にすること: " + reason.nextStep());
        }
        if (kind.columns().isEmpty()) {
            line("  ", Messages.of("explained.noColumn"));
            if (withFacts) {
                printAll();
            }
        }
        boolean first = true;
        for (Seated column : kind.columns()) {
            print(column, withFacts && first);
            first = false;
        }
    }

    private void printAll() {
        for (Question question : Question.values()) {
            line("    ", number(question) + " " + question.text());
            print(question, "       ");
        }
    }

    private void print(Seated column, boolean withFacts) {
        line(
                "  ",
                "欄 " + column.column() + "　表のます " + column.cell().word()
                        + (column.hasCareManager() ? "　介護支援専門員の配置あり" : "")
                        + (column.judgedAsDoctor() ? "　※1（医師）で判定" : ""));
        for (Question question : Question.values()) {
            line("    ", number(question) + " " + question.text() + " … " + answer(column, question));
            if (withFacts) {
                print(question, "       ");
            }
        }
    }

    private static String answer(Seated column, Question question) {
        Answer answer = ExplainedWords.answer(column, question);
        return ExplainedWords.text(answer) + (answer == Answer.REFUSED ? "（" + column.refused() + "）" : "");
    }

    private void print(Question question, String indent) {
        for (ExplainedFact fact : facts.getOrDefault(question, List.of())) {
            line(indent, ExplainedWords.from(fact) + ": " + ExplainedWords.values(fact));
        }
    }

    private static int number(Question question) {
        return question.ordinal() + 1;
    }

    private String person() {
        return explained.person().insurer().value() + "/"
                + explained.person().insured().value();
    }

    private void line(String indent, String what) {
        text.append(what.isEmpty() ? "" : indent).append(what).append(System.lineSeparator());
    }

    String json() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("rule", SharingRule.VERSION);
        whole.put("on", explained.on().toString());
        whole.put("viewer", explained.viewer().name());
        whole.put("person", person());
        whole.put("present", explained.present());
        whole.put("caveats", ExplainedWords.caveats(explained));
        whole.put("kinds", explained.kinds().stream().map(ExplainReport::json).toList());
        Map<String, Object> questions = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            questions.put(
                    question.name(),
                    facts.getOrDefault(question, List.of()).stream()
                            .map(fact -> Map.of("from", fact.from(), "values", fact.values()))
                            .toList());
        }
        whole.put("facts", questions);
        return new JsonMapper().writeValueAsString(whole) + System.lineSeparator();
    }

    private static Map<String, @Nullable Object> json(Explanation kind) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kind", kind.kind().name());
        values.put("allowed", kind.decision().isAllowed());
        switch (kind.decision()) {
            case Decision.Allowed(var ground) -> values.put("ground", ground.name());
            case Decision.Refused(var reason) -> {
                values.put("reason", reason.name());
                values.put("sentence", reason.sentence());
                values.put("nextStep", reason.nextStep());
            }
        }
        values.put("columns", kind.columns().stream().map(ExplainReport::json).toList());
        return values;
    }

    private static Map<String, @Nullable Object> json(Seated column) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("column", column.column().name());
        values.put("cell", column.cell().word());
        values.put("hasCareManager", column.hasCareManager());
        values.put("judgedAsDoctor", column.judgedAsDoctor());
        values.put("refused", column.refused() == null ? null : column.refused().name());
        values.put(
                "steps",
                column.steps().stream()
                        .map(step -> Map.of("question", step.question().name(), "refuses", step.refuses()))
                        .toList());
        return values;
    }
}
