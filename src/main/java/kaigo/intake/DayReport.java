package kaigo.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import kaigo.intake.rules.NextStep;
import kaigo.shared.WorkingDays;

/**
 * 一日の連携: what came, what became of it, what waits, and what somebody has to do. Files of tests are left out.
 *
 * @param summary of today, whichever day is asked for
 * @param files received on the day, the newest first
 * @param interfaces that came, or come on other days
 * @param causes of the errors, the largest first
 * @param waiting records that wait for their M01: on today's page all, else those of the day
 * @param earlier days before with records that were not mended, the newest first
 */
public record DayReport(
        LocalDate day,
        DaySummary summary,
        List<ReceivedFile> files,
        List<InterfaceDay> interfaces,
        List<DayCause> causes,
        List<Waiting> waiting,
        List<EarlierDay> earlier) {

    /** @param last day after which they are given up */
    public record Waiting(Receipt receipt, String interfaceId, int records, LocalDate last) {}

    public record EarlierDay(LocalDate day, int unmended) {}

    public boolean isToday() {
        return day.equals(summary.today());
    }

    public boolean isWorkingDay() {
        return WorkingDays.isWorkingDay(day);
    }

    public boolean isMoving() {
        return files.stream().anyMatch(file -> file.progress().status().isMoving());
    }

    /** Whether every record has its first result: then the errors can be taken as a file. */
    public boolean isRegistered() {
        return files.stream().allMatch(file -> file.isRegistered());
    }

    public int toDo() {
        return interfaces.stream().mapToInt(InterfaceDay::toDo).sum();
    }

    public int mended() {
        return interfaces.stream().mapToInt(InterfaceDay::mended).sum();
    }

    public int registered() {
        return interfaces.stream().mapToInt(InterfaceDay::registered).sum();
    }

    public int waitingRecords() {
        return waiting.stream().mapToInt(Waiting::records).sum();
    }

    /** Whole days until records that wait are given up; 0 on their last day. */
    public long daysLeft(Waiting one) {
        return Math.max(0, ChronoUnit.DAYS.between(summary.today(), one.last()));
    }

    /** What is left to do with this step. */
    public List<DayCause> toDo(NextStep step) {
        return causes.stream()
                .filter(cause -> cause.toDo() > 0 && cause.step() == step)
                .toList();
    }

    public List<DayCause> done() {
        return causes.stream().filter(cause -> cause.toDo() == 0).toList();
    }

    /** Differs whenever a file is new or has moved: what a page that asks again already shows. */
    public static String mark(List<ReceivedFile> files) {
        List<String> marks = files.stream()
                .map(file -> file.receipt() + file.progress().mark())
                .toList();
        return Integer.toHexString(marks.hashCode());
    }
}
