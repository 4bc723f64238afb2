package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.Onlookers.Onlooker;
import kaigo.access.rules.Kind;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Job;

/** 閲覧できる事業所・医療機関: who may see the person now, until when, and what. */
public record OnlookersView(List<Row> open, List<Row> closed) {

    /**
     * @param until why, and until when
     * @param anybody what everybody there may see
     * @param byJob what beside it only those with a 職種 may see
     */
    public record Row(String name, String number, String until, String anybody, List<String> byJob) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    static OnlookersView of(List<Onlooker> all, Function<InstitutionId, String> name, LocalDate today) {
        return new OnlookersView(
                all.stream()
                        .filter(OnlookersView::isOpen)
                        .map(one -> row(one, name, today))
                        .toList(),
                all.stream()
                        .filter(one -> !isOpen(one))
                        .map(one -> row(one, name, today))
                        .toList());
    }

    private static boolean isOpen(Onlooker one) {
        return !one.anybody().isEmpty() || !one.byJob().isEmpty();
    }

    private static Row row(Onlooker one, Function<InstitutionId, String> name, LocalDate today) {
        String until = one.viewableUntil() == null
                ? asked(one, today)
                : ScreenText.text(
                        one.viewableUntil().isBefore(today) ? "onlookers.expired" : "onlookers.until",
                        JapaneseDates.both(one.viewableUntil()));
        return new Row(
                name.apply(one.institution()),
                one.institution().number(),
                until,
                kinds(one.anybody()),
                byJob(one.byJob()));
    }

    private static String asked(Onlooker one, LocalDate today) {
        LocalDate ends = one.windowEnds();
        if (one.filedOn() == null || ends == null) {
            return "—";
        }
        return ScreenText.text(
                ends.isBefore(today) ? "onlookers.asked.over" : "onlookers.asked",
                JapaneseDates.both(one.filedOn()),
                JapaneseDates.both(ends));
    }

    /** Those who may see the same stand in one line. */
    private static List<String> byJob(Map<Job, Set<Kind>> byJob) {
        Map<Set<Kind>, List<Job>> jobs = new LinkedHashMap<>();
        byJob.forEach((job, kinds) ->
                jobs.computeIfAbsent(kinds, key -> new ArrayList<>()).add(job));
        return jobs.entrySet().stream()
                .map(one -> ScreenText.text(
                        "onlookers.job",
                        one.getValue().stream()
                                .map(job -> ScreenText.text("job." + job))
                                .collect(Collectors.joining("、")),
                        kinds(one.getKey())))
                .toList();
    }

    private static String kinds(Set<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> kind != Kind.BANNER)
                .map(OnlookersView::name)
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** The tables of a care plan open together. */
    private static String name(Kind kind) {
        return ScreenText.text(kind.name().startsWith("CP_") ? "tab.CARE_PLANS" : "kind." + kind);
    }
}
