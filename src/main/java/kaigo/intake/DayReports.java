package kaigo.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.DayCause.InFile;
import kaigo.intake.DayStore.CauseRow;
import kaigo.layout.ErrorId;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerViewer;
import kaigo.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 今日の連携: the front door to what a day brought. It shows counts and nobody's records. */
@Component
public class DayReports {

    /** Interfaces that came on one of so many working days are expected daily (proposed, ours). */
    private static final int REGULAR_WITHIN = 5;

    private static final int EARLIER_DAYS = 10;

    private final Gate gate;
    private final Insurers insurers;
    private final FileStore files;
    private final DayStore days;
    private final Freshness freshness;

    DayReports(Gate gate, Insurers insurers, FileStore files, DayStore days, Freshness freshness) {
        this.gate = gate;
        this.insurers = insurers;
        this.files = files;
        this.days = days;
        this.freshness = freshness;
    }

    /**
     * Empty if nothing has changed since the viewer's mark: a page that asks every few seconds costs next to nothing.
     *
     * @param seen the {@link DayReport#mark} that the viewer already sees, or null
     */
    public Optional<DayReport> find(InsurerViewer viewer, LocalDate day, LocalDate today, @Nullable String seen) {
        return gate.look(viewer, Purpose.READ_DAY, permit -> {
            List<ReceivedFile> received = files.listDay(permit, day);
            boolean same = DayReport.mark(received).equals(seen);
            return Looked.aboutNobody(same ? Optional.empty() : Optional.of(read(permit, day, today, received)));
        });
    }

    /** For a page of its own look. */
    DaySummary summary(InsurerPermit permit, LocalDate today) {
        Insurer insurer = insurers.find(permit.insurer()).orElseThrow();
        DayStore.Counts counts = days.count(permit, today);
        return new DaySummary(
                today,
                insurer.dailyFrom(),
                freshness.findLate(permit, today).orElse(null),
                counts.files(),
                counts.unmended(),
                counts.waiting());
    }

    private DayReport read(InsurerPermit permit, LocalDate day, LocalDate today, List<ReceivedFile> files) {
        DaySummary summary = summary(permit, today);
        Long[] failed = withErrors(files);
        Map<Long, Integer> toDo = days.countToDo(permit, failed);
        Set<String> interfaces = WorkingDays.isWorkingDay(day)
                ? days.listDailyInterfaces(permit, WorkingDays.before(day, REGULAR_WITHIN), day)
                : new TreeSet<>();
        files.forEach(file -> interfaces.add(file.interfaceId()));
        return new DayReport(
                day,
                summary,
                files,
                interfaces.stream().map(id -> InterfaceDay.of(id, files, toDo)).toList(),
                causes(files, days.listCauses(permit, withErrors(own(files)))),
                days.listWaiting(permit, day.equals(today) ? 0 : Receipt.first(day), Receipt.last(day)),
                days.listEarlier(permit, day, EARLIER_DAYS));
    }

    /** Without those that a 国保連合会 has sent. */
    static List<ReceivedFile> own(List<ReceivedFile> files) {
        return files.stream()
                .filter(file -> !InterfaceDay.isOfFederation(file.interfaceId()))
                .toList();
    }

    static Long[] withErrors(List<ReceivedFile> files) {
        return files.stream()
                .filter(file -> file.progress().failed() > 0)
                .map(file -> file.receipt().number())
                .toArray(Long[]::new);
    }

    private record Kind(
            String interfaceId, ErrorId id, @Nullable String item) {}

    private static List<DayCause> causes(List<ReceivedFile> files, List<CauseRow> rows) {
        Map<Long, ReceivedFile> byReceipt =
                files.stream().collect(Collectors.toMap(file -> file.receipt().number(), Function.identity()));
        Map<Kind, DayCause> causes = new LinkedHashMap<>();
        for (CauseRow row : rows) {
            ReceivedFile file = Objects.requireNonNull(byReceipt.get(row.receipt()));
            DayCause cause =
                    new DayCause(row.sample(), row.varies(), List.of(new InFile(file, row.records(), row.toDo())));
            Kind kind =
                    new Kind(file.interfaceId(), row.sample().id(), row.sample().item());
            causes.merge(kind, cause, DayCause::and);
        }
        return causes.values().stream()
                .sorted(Comparator.comparingInt(DayCause::toDo)
                        .thenComparingInt(DayCause::records)
                        .reversed())
                .toList();
    }
}
