package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.certification.rules.SurveyWarnings;
import kaigo.certification.rules.SurveyWarnings.Warning;
import kaigo.layout.Item.CodeItem;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Basic;
import kaigo.layout.items.M08Notes;
import kaigo.screens.ScreenText;

/**
 * 認定調査票 in the order of the form: 概況調査, 基本調査, 特記事項.
 *
 * @param sections of 概況調査 and 基本調査
 * @param notes 特記事項, by 群
 * @param warnings answers that seldom stand together; each of them is marked where it stands
 */
public record SurveyView(List<Section> sections, List<Entry> notes, List<Warned> warnings) {

    private static final String NOTHING = "—";
    private static final Map<String, CodeItem> QUESTIONS = questions();

    static SurveyView of(ShownRecord application) {
        List<Section> sections = new ArrayList<>();
        List<Entry> head =
                new ArrayList<>(Entry.of(application, M08.SURVEYED_ON, M08.SURVEY_PLACE_KIND, M08.SURVEY_PLACE));
        application.rows("overview").forEach(row -> sections.addAll(Section.divide(row, FormSections.OVERVIEW)));
        if (!sections.isEmpty()) {
            head.addAll(sections.getFirst().entries());
            sections.set(0, new Section(sections.getFirst().id(), List.copyOf(head)));
        }
        List<Warned> warnings = new ArrayList<>();
        application.rows("basic").forEach(row -> {
            List<Warned> own = warnings(row);
            warnings.addAll(own);
            sections.addAll(marked(Section.divide(row, FormSections.BASIC), own));
        });
        return new SurveyView(
                List.copyOf(sections),
                application.rows("notes").stream().map(SurveyView::note).toList(),
                List.copyOf(warnings));
    }

    /** 警告コード with the answers that it is about. */
    public record Warned(String title, List<Answered> answers) {

        String words() {
            return title + answers.stream().map(Answered::words).collect(Collectors.joining("　／　"));
        }
    }

    /**
     * One of them.
     *
     * @param name of its question
     * @param anchor names the question in the page
     */
    public record Answered(String name, String answer, String anchor) {

        public String words() {
            return name + "：" + answer;
        }
    }

    private static List<Section> marked(List<Section> sections, List<Warned> warnings) {
        Map<String, String> anchors = warnings.stream()
                .flatMap(warning -> warning.answers().stream())
                .collect(Collectors.toMap(Answered::name, Answered::anchor, (one, same) -> one));
        return sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.entries().stream()
                                .map(entry -> anchors.containsKey(entry.name())
                                        ? entry.warned(Objects.requireNonNull(anchors.get(entry.name())))
                                        : entry)
                                .toList()))
                .toList();
    }

    private static Entry note(ShownRecord row) {
        String item = row.text(M08Notes.ITEM_NO).map(number -> "　" + number).orElse("");
        return new Entry(
                row.label(M08Notes.BLOCK).orElse("") + item,
                row.text(M08Notes.TEXT).orElse(""),
                true);
    }

    private static List<Warned> warnings(ShownRecord basic) {
        Map<String, String> answers = new HashMap<>();
        QUESTIONS.forEach((number, item) -> basic.code(item).ifPresent(code -> answers.put(number, code)));
        return SurveyWarnings.of(answers).stream().map(SurveyView::warned).toList();
    }

    /** In words, without a link: as the 認定ソフト names it. */
    static String words(Warning warning) {
        return warned(warning).words();
    }

    private static Warned warned(Warning warning) {
        Layout basic = Layouts.newest("M08").orElseThrow().sheet("basic").layout();
        List<Answered> answers = warning.answers().stream()
                .map(one -> {
                    LayoutItem item = basic.item(basic.position(Objects.requireNonNull(QUESTIONS.get(one.question()))));
                    String answer =
                            Objects.requireNonNull(item.codes()).labels().get(one.answer());
                    return new Answered(item.name(), Objects.requireNonNull(answer), "survey-item-" + one.question());
                })
                .toList();
        return new Warned(ScreenText.text("warning.code", warning.code()), answers);
    }

    /** 項目番号 as on the form to its item: {@code 1-3} is {@code q1_3}. */
    private static Map<String, CodeItem> questions() {
        Map<String, CodeItem> questions = new HashMap<>();
        M08Basic.ALL.forEach(item -> {
            if (item instanceof CodeItem question) {
                questions.put(question.code().substring(1).replace('_', '-'), question);
            }
        });
        return Map.copyOf(questions);
    }

    /**
     * A line of a comparison of two surveys.
     *
     * @param isLong text of several lines
     */
    public record Compared(String name, String before, String after, boolean isLong) {
        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    /** 基本調査 and 特記事項 of an earlier survey beside this one, in the order of the form; what it alone says comes last. */
    static List<Compared> compare(SurveyView before, SurveyView after) {
        List<Compared> lines = new ArrayList<>();
        Map<String, String> earlier = before.answers();
        after.answers()
                .forEach((name, answer) ->
                        lines.add(new Compared(name, earlier.getOrDefault(name, NOTHING), answer, false)));
        Map<String, String> was = before.written();
        Map<String, String> is = after.written();
        Stream.concat(is.keySet().stream(), was.keySet().stream())
                .distinct()
                .map(name -> new Compared(name, was.getOrDefault(name, NOTHING), is.getOrDefault(name, NOTHING), true))
                .forEach(lines::add);
        return lines;
    }

    private Map<String, String> answers() {
        return sections.stream()
                .filter(section ->
                        FormSections.BASIC.stream().anyMatch(one -> one.getKey().equals(section.id())))
                .flatMap(section -> section.entries().stream())
                .collect(Collectors.toMap(Entry::name, Entry::value, (one, other) -> one, LinkedHashMap::new));
    }

    /** 特記事項 by its place on the form; of one place the texts follow each other. */
    private Map<String, String> written() {
        return notes.stream()
                .collect(Collectors.toMap(
                        Entry::name, Entry::value, (one, next) -> one + '\n' + next, LinkedHashMap::new));
    }

    @Override
    public String toString() {
        return "SurveyView[…]";
    }
}
