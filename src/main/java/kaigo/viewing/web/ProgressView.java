package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kaigo.layout.Item.DateItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M10;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles.Leaf;
import org.jspecify.annotations.Nullable;

/** 認定審査会進捗: the milestones of M10, 調査 and 意見書 side by side (rulings 45). */
public record ProgressView(List<Application> applications) {

    /** 介護保険法27条11項: decided within so many days of the application, or told why not. */
    private static final int DAYS_BY_LAW = 30;

    /**
     * @param day in both calendars; null as long as it has not happened and is not planned
     * @param name its text is {@code step.NAME}
     */
    public record Step(String name, State state, @Nullable String day) {

        /** How far it is. */
        public enum State {
            DONE,
            PLANNED,
            OPEN
        }

        public String title() {
            return ScreenText.text("step." + name);
        }
    }

    /**
     * @param survey 調査の枝
     * @param opinion 意見書の枝
     * @param judging after both: 一次判定, 審査会, 認定
     * @param over how it ended without a certification, or null
     * @param deadline the 30th day, in words; null once it is decided
     * @param isCertified the day of its decision has come: the result can be read
     */
    public record Application(
            String appliedOn,
            String type,
            String status,
            Step accepted,
            List<Step> survey,
            List<Step> opinion,
            List<Step> judging,
            @Nullable String over,
            @Nullable String deadline,
            boolean isLate,
            @Nullable String postponed,
            boolean isCertified) {

        public boolean isOver() {
            return deadline == null;
        }
    }

    static ProgressView of(Leaf leaf, LocalDate today) {
        return new ProgressView(ShownRecord.list("M10", leaf.parts().getOrDefault(Part.PROGRESS, "[]")).stream()
                .map(one -> application(one, today))
                .toList());
    }

    private static Application application(ShownRecord one, LocalDate today) {
        String over = Stream.of(M10.WITHDRAWN_ON, M10.REJECTED_ON)
                .filter(item -> hasCome(one, item, today))
                .map(item -> one.name(item) + "　" + Entry.text(one, item))
                .findFirst()
                .orElse(null);
        boolean certified = hasCome(one, M10.CERTIFIED_ON, today);
        boolean isOpen = over == null && !certified;
        LocalDate applied = one.day(M10.APPLIED_ON);
        LocalDate mark = isOpen && applied != null ? applied.plusDays(DAYS_BY_LAW) : null;
        return new Application(
                Entry.text(one, M10.APPLIED_ON),
                one.label(M10.APPLICATION_TYPE).orElse(""),
                one.label(M10.CERT_STATUS).orElseGet(() -> ScreenText.text("progress.judged")),
                step(one, "accepted", M10.ACCEPTED_ON, today),
                List.of(
                        step(one, "surveyRequested", M10.SURVEY_REQUESTED_ON, today),
                        step(one, "surveyDone", M10.SURVEY_DONE_ON, today)),
                List.of(
                        step(one, "opinionRequested", M10.OPINION_REQUESTED_ON, today),
                        step(one, "opinionReceived", M10.OPINION_RECEIVED_ON, today)),
                List.of(step(one, "primary", M10.PRIMARY_ON, today), committee(one, today), certified(one, today)),
                over,
                mark == null ? null : JapaneseDates.both(mark),
                mark != null && today.isAfter(mark),
                postponed(one),
                certified);
    }

    /** What a day to come says is not told before it. */
    private static boolean hasCome(ShownRecord one, DateItem item, LocalDate today) {
        LocalDate day = one.day(item);
        return day != null && !day.isAfter(today);
    }

    private static Step step(ShownRecord one, String name, DateItem item, LocalDate today) {
        return hasCome(one, item, today)
                ? new Step(name, Step.State.DONE, Entry.text(one, item))
                : new Step(name, Step.State.OPEN, null);
    }

    /** A day that has gone by without the committee's is told still, as not done. */
    private static Step committee(ShownRecord one, LocalDate today) {
        Step held = step(one, "committee", M10.COMMITTEE_ON, today);
        LocalDate planned = one.day(M10.COMMITTEE_PLANNED_ON);
        if (held.state() != Step.State.OPEN || planned == null) {
            return held;
        }
        Step.State state = planned.isBefore(today) ? Step.State.OPEN : Step.State.PLANNED;
        return new Step("committeePlanned", state, JapaneseDates.both(planned));
    }

    /** Only from its day on. */
    private static Step certified(ShownRecord one, LocalDate today) {
        return step(one, "certified", M10.CERTIFIED_ON, today);
    }

    private static @Nullable String postponed(ShownRecord one) {
        return one.has(M10.POSTPONED_ON)
                ? ScreenText.text(
                        "progress.postponed",
                        Entry.text(one, M10.POSTPONED_ON),
                        one.text(M10.POSTPONED_REASON).orElse("—"))
                : null;
    }
}
