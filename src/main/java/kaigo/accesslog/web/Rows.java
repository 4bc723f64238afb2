package kaigo.accesslog.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.access.rules.SharingTable;
import kaigo.accesslog.rules.Actor;
import kaigo.accesslog.rules.Line;
import kaigo.accesslog.rules.Line.Who;
import kaigo.accesslog.rules.Topic;
import kaigo.participants.Institutions;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 記録の言葉: lines of a log as rows of a page or a CSV file. */
@Component
class Rows {

    private final Institutions institutions;
    private final Insurers insurers;
    private final Map<String, String> kinds = SharingTable.lines().stream()
            .skip(1)
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));

    Rows(Institutions institutions, Insurers insurers) {
        this.institutions = institutions;
        this.insurers = insurers;
    }

    /** @param withInsurer numbers of persons come with their insurer's: the reader has those of several */
    List<Row> of(List<Line> lines, boolean withInsurer) {
        Map<String, String> names = new HashMap<>();
        return lines.stream().map(line -> row(line, names, withInsurer)).toList();
    }

    private Row row(Line line, Map<String, String> names, boolean withInsurer) {
        Who who = line.who();
        List<String> persons = Stream.concat(line.persons().stream(), line.tried().stream())
                .map(person -> number(person, withInsurer))
                .toList();
        return new Row(
                Moments.show(line.at()),
                names.computeIfAbsent(who.kind() + who.organisation(), key -> name(who)),
                who.organisation(),
                who.jobs().stream().map(job -> text("job." + job, job)).collect(Collectors.joining("、")),
                who.login(),
                what(line),
                why(line),
                persons,
                line.count() > persons.size() ? line.count() : 0,
                kinds(line.granted()),
                kinds(line.refused()),
                line.remote(),
                line.requestId());
    }

    private static String number(PersonKey person, boolean withInsurer) {
        String number = person.insured().value();
        return withInsurer ? person.insurer().value() + "-" + number : number;
    }

    private String name(Who who) {
        String kind = ScreenText.text("log.who." + who.kind());
        String number = who.organisation();
        if (number.isEmpty()) {
            return who.kind().isInstitution() ? ScreenText.text("log.who.hidden") : kind;
        }
        if (who.kind().isInstitution()) {
            InstitutionId.Kind of =
                    who.kind() == Actor.Kind.OFFICE ? InstitutionId.Kind.OFFICE : InstitutionId.Kind.CLINIC;
            return InstitutionId.find(of, number)
                    .flatMap(institutions::findName)
                    .orElse(kind);
        }
        return InsurerNumber.hasForm(number)
                ? insurers.find(new InsurerNumber(number)).map(Insurer::name).orElse("") + kind
                : kind;
    }

    private static String what(Line line) {
        String event = "log.event." + line.event();
        // A reading of a log that was refused: nothing of anybody, so no try.
        boolean tried = line.topic() == Topic.TRY || (line.topic() == Topic.LOG && line.reason() != null);
        return tried ? text(event + ".tried", ScreenText.text(event)) : ScreenText.text(event);
    }

    private static String why(Line line) {
        return Stream.of(
                        word("log.purpose.", line.purpose()),
                        word("log.act.", isRefusedPrint(line) ? line.act() + ".tried" : line.act()),
                        word("log.word.", line.answer()),
                        word("log.action.", line.action()),
                        line.account(),
                        word(line.topic() == Topic.LOG ? "log.word." : "log.reason.", line.reason()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("、"));
    }

    /** Of what was to be printed nothing was shown; the person's name alone was looked up. */
    private static boolean isRefusedPrint(Line line) {
        return "PRINTED".equals(line.act())
                && !line.refused().isEmpty()
                && Set.of(Kind.BANNER.name()).containsAll(line.granted().keySet());
    }

    private static @Nullable String word(String prefix, @Nullable String word) {
        return word == null ? null : text(prefix + word.replaceAll("[ ,]+", "-"), word);
    }

    private List<String> kinds(Map<String, String> words) {
        return words.entrySet().stream()
                .map(one -> kinds.getOrDefault(one.getKey(), one.getKey()) + "（"
                        + text("log.word." + one.getValue(), one.getValue()) + "）")
                .toList();
    }

    /** An older entry may hold a word that is no longer in use: it stands for itself. */
    private static String text(String key, String otherwise) {
        return ScreenText.find(key).orElse(otherwise);
    }
}
