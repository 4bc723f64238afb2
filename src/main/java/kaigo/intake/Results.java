package kaigo.intake;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.insured.CaseCounts;
import kaigo.insured.LinkCases;
import kaigo.intake.ResultStore.Handled;
import kaigo.layout.ErrorId;
import kaigo.outbox.Outbox;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 登録結果 (P01): the front door to received files and to what became of their records. A method is one look, and an answer
 * calls one of them: so it has one audit entry (settled 16).
 */
@Component
public class Results {

    private final Gate gate;
    private final FileStore files;
    private final ResultStore results;
    private final LinkCases cases;
    private final DayReports days;
    private final Outbox outbox;
    private final InstantSource clock;

    Results(
            Gate gate,
            FileStore files,
            ResultStore results,
            LinkCases cases,
            DayReports days,
            Outbox outbox,
            InstantSource clock) {
        this.gate = gate;
        this.files = files;
        this.results = results;
        this.cases = cases;
        this.days = days;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which records of a file: all, or only those with an error, or with an error or a warning. */
    public enum Only {
        ALL(0),
        WARNINGS(31),
        ERRORS(39);

        private final int from;

        Only(int from) {
            this.from = from;
        }

        /** Code of the 処理ステータス from which on records are shown. */
        int from() {
            return from;
        }
    }

    /**
     * A part of a file's records.
     *
     * @param after 連番 of the last record of the section before, or 0
     * @param cause only records with this error or warning, or null for all
     */
    public record Section(
            Only only, int after, int limit, @Nullable ErrorId cause) {

        public Section(Only only, int after, int limit) {
            this(only, after, limit, null);
        }

        private Section andOneMore() {
            return new Section(only, after, limit + 1, cause);
        }
    }

    /** はじめの画面: the newest files, how many persons wait for somebody of the municipality, and what today brought. */
    public record Start(List<ReceivedFile> files, CaseCounts cases, DaySummary day) {}

    public Start start(InsurerViewer viewer, LocalDate today, int limit) {
        return gate.look(
                viewer,
                Purpose.START,
                permit -> Looked.aboutNobody(new Start(
                        files.list(permit, null, null, limit), cases.count(permit), days.summary(permit, today))));
    }

    /**
     * Received files of the viewer's insurer, newest first.
     *
     * @param interfaceId only of this interface, or null for all
     * @param before the last receipt of the page before, or null
     */
    public List<ReceivedFile> listFiles(
            InsurerViewer viewer, @Nullable String interfaceId, @Nullable Receipt before, int limit) {
        Long number = before == null ? null : before.number();
        return gate.look(
                viewer,
                Purpose.READ_RESULTS,
                permit -> Looked.aboutNobody(files.list(permit, interfaceId, number, limit)));
    }

    public Optional<ReceivedFile> findFile(InsurerViewer viewer, FileAddress address) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> Looked.aboutNobody(find(permit, address)));
    }

    /**
     * A file with the causes of its errors and warnings, and a section of its records. Without causes and records if
     * nothing has changed since the viewer's mark: a page that asks every few seconds looks at nobody.
     *
     * @param seen the {@link ReceivedFile.Progress#mark()} that the viewer already sees, or null
     */
    public Optional<ResultPage> findPage(
            InsurerViewer viewer, FileAddress address, Section section, @Nullable String seen) {
        return look(viewer, address, (permit, file) -> page(permit, file, section, seen));
    }

    ResultPage page(InsurerPermit permit, ReceivedFile file, Section section, @Nullable String seen) {
        return file.progress().mark().equals(seen)
                ? new ResultPage(file, List.of(), List.of(), Set.of(), 0, false)
                : page(permit, file, results.listCauses(permit, file), section);
    }

    /** A file and a section of its records. */
    public Optional<ResultPage> findRecords(InsurerViewer viewer, FileAddress address, Section section) {
        return look(viewer, address, (permit, file) -> page(permit, file, List.of(), section));
    }

    private ResultPage page(InsurerPermit permit, ReceivedFile file, List<Cause> causes, Section section) {
        List<RecordResult> found = results.list(permit, file, section.andOneMore());
        List<RecordResult> shown = found.subList(0, Math.min(section.limit(), found.size()));
        Set<Integer> mended = results.listMended(permit, file, shown);
        int toDo = section.cause() == null ? 0 : results.countToDo(permit, file, section.cause());
        return new ResultPage(file, causes, shown, mended, toDo, found.size() > shown.size());
    }

    /**
     * 対応済み: of the file's refused records with this error nothing has to be sent any more. They stay what they are and no
     * longer count as left.
     *
     * @return empty if there is no such file
     */
    public Optional<Receipt> close(InsurerViewer viewer, FileAddress address, ErrorId cause) {
        return gate.act(
                viewer,
                Purpose.CLOSE_ERRORS,
                List.of(),
                permit -> find(permit, address).map(file -> {
                    results.close(permit, file, cause, new Handled(clock.instant(), viewer.actor()));
                    return file.receipt();
                }));
    }

    private Optional<ResultPage> look(
            InsurerViewer viewer, FileAddress address, BiFunction<InsurerPermit, ReceivedFile, ResultPage> read) {
        return gate.look(
                viewer,
                Purpose.READ_RESULTS,
                permit -> {
                    Optional<ResultPage> found = find(permit, address).map(file -> read.apply(permit, file));
                    return new Looked<>(found, found.map(ResultPage::subjects).orElse(List.of()));
                },
                (permit, found) -> {
                    found.ifPresent(
                            page -> outbox.taken(permit, page.file().receipt().toString()));
                    return found;
                });
    }

    private Optional<ReceivedFile> find(InsurerPermit permit, FileAddress address) {
        return files.find(permit, address.receipt()).filter(address::names);
    }
}
