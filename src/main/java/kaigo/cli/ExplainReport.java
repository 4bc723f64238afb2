package kaigo.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.access.Explained;
import kaigo.access.ExplainedFact;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Explanation.Step;
import kaigo.access.rules.Question;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
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
        caveats().forEach(caveat -> line("", "注意: " + caveat));
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
        line("", kind.kind().name() + " " + label(kind) + ": " + outcome(decision));
        if (decision instanceof Decision.Refused(var reason)) {
            line("  ", reason.sentence());
            line("  ", "次にすること: " + reason.nextStep());
        }
        if (kind.columns().isEmpty()) {
            line("  ", "この事業所には、この日に使えるサービスがありません（どの欄でもありません）。");
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
        for (Step step : column.steps()) {
            if (step.question() == question) {
                return step.refuses() ? "ここで断る（" + column.refused() + "）" : "通す";
            }
        }
        return "確かめるまでもない（先に断っている）";
    }

    private void print(Question question, String indent) {
        for (ExplainedFact fact : facts.getOrDefault(question, List.of())) {
            String values = fact.values().entrySet().stream()
                    .map(one -> name(one.getKey()) + "=" + word(one.getKey(), one.getValue()))
                    .collect(Collectors.joining("　"));
            String from = fact.from().equals(ExplainedFact.RULE) ? "→ 規則に渡した事実" : fact.from();
            line(indent, from + ": " + (values.isEmpty() ? "該当する行はありません" : values));
        }
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (!explained.present()) {
            caveats.add("この番号の方は登録されていません（または削除されています）。閲覧者には、登録のある方と同じ答えになります。");
        }
        if (!explained.today()) {
            caveats.add("今日ではない日の判定です。アカウント・職種・証明書の失効・本人確認・本人の登録と資格喪失・提案の切替えは、いまの状態しかないため、"
                    + "いまのままとして扱います。認定・同意・作成依頼は、いま分かっている内容による、その日の状態です。");
        }
        return caveats;
    }

    private static int number(Question question) {
        return question.ordinal() + 1;
    }

    private static String name(String key) {
        return Messages.has("fact." + key) ? Messages.of("fact." + key) : key;
    }

    private static String word(String key, String value) {
        return switch (value) {
            case "true" -> "はい";
            case "false" -> "いいえ";
            default -> key.equals("verdict") ? value + "（" + Messages.of("verdict." + value) + "）" : value;
        };
    }

    private static String outcome(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var ground) -> "閲覧できます（" + ground + "）";
            case Decision.Refused(var reason) -> "閲覧できません（" + reason + "）";
        };
    }

    private static String label(Explanation kind) {
        return SharingTable.lines().stream()
                .filter(words -> words.getFirst().equals(kind.kind().name()))
                .map(words -> words.get(1))
                .findFirst()
                .orElse("");
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
        whole.put("caveats", caveats());
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
