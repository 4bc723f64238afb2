package kaigo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import kaigo.intake.Handling;
import kaigo.layout.CheckOptions;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.FindingText;
import kaigo.layout.Limits;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
import kaigo.layout.UnusableFile;

/** 送るファイルの集まり: the files of one insurer, in the order in which the server would take them: by 作成日時 and 連番. */
final class SentFiles {

    private static final ReadOptions READ = new ReadOptions(Handling.layouts(), false, Limits.standard());

    private record One(SentFile file, Control control, int sequence) {}

    private final List<One> files;

    private SentFiles(List<One> files) {
        this.files = files;
    }

    /**
     * Reads the control records.
     *
     * @throws CommandRefused if a file is none of the link, is only compared, or is another insurer's than the rest
     */
    static SentFiles of(List<Path> paths) throws IOException {
        List<One> files = new ArrayList<>();
        for (SentFile file : SentFile.of(sources(paths))) {
            try (RecordFile records = file.open(READ)) {
                files.add(new One(file, records.control(), sequence(file.name())));
            } catch (UnusableFile e) {
                throw refused(file, e);
            }
        }
        files.sort(Comparator.comparing((One one) -> one.control().createdAt()).thenComparing(One::sequence));
        SentFiles sent = new SentFiles(files);
        sent.only("保険者番号", Control::insurerNumber);
        for (One one : files) {
            if (Handling.find(one.control().interfaceId()).orElseThrow() instanceof Handling.Compare) {
                throw new CommandRefused(
                        one.file().name() + ": " + one.control().interfaceId() + " は登録するファイルではありません。");
            }
        }
        return sent;
    }

    private static List<SentFile.Source> sources(List<Path> paths) throws IOException {
        List<SentFile.Source> sources = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().endsWith(".zip")) {
                sources.addAll(SentFile.inArchive(path));
            } else {
                sources.add(new SentFile.Source(path, ""));
            }
        }
        return sources;
    }

    private static int sequence(String name) {
        return FileName.isRight(name) ? FileName.parse(name).sequence() : 1;
    }

    private static CommandRefused refused(SentFile file, UnusableFile why) {
        FindingText text = FindingText.of(why);
        return new CommandRefused(file.name() + ": " + why.id() + " " + text.text() + text.remedy());
    }

    /** The newest control record. */
    Control last() {
        return files.getLast().control();
    }

    /** @throws CommandRefused if the files differ in it */
    void only(String what, Function<Control, String> value) {
        TreeSet<String> found = new TreeSet<>();
        files.forEach(one -> found.add(value.apply(one.control())));
        if (found.size() > 1) {
            throw new CommandRefused(what + "の異なるファイルが混ざっています: " + String.join("、", found));
        }
    }

    /**
     * Every record, normalised and checked as the server does.
     *
     * @throws CommandRefused if a file turns out to be unusable before its end
     */
    void forEach(boolean checkDigits, Consumer<Row> reader) throws IOException {
        for (One one : files) {
            try (RecordFile records = one.file().open(READ)) {
                RecordChecker checker = new RecordChecker(records.layout(), options(one.control(), checkDigits));
                for (Row row = records.next(); row != null; row = records.next()) {
                    checker.check(row);
                    reader.accept(row);
                }
            } catch (UnusableFile e) {
                throw refused(one.file(), e);
            }
        }
    }

    private static CheckOptions options(Control control, boolean checkDigits) {
        return new CheckOptions(
                CheckOptions.Outside.MARK,
                checkDigits,
                false,
                control.insurerNumber(),
                List.of(Handling.find(control.interfaceId()).orElseThrow().rule()));
    }
}
