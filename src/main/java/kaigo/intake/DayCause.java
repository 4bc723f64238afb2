package kaigo.intake;

import java.util.List;
import java.util.stream.Stream;
import kaigo.intake.rules.NextStep;
import kaigo.layout.Finding;

/**
 * 一日の原因: one kind of error over all files of an interface on a day.
 *
 * @param sample one of the findings
 * @param varies whether other findings of this kind have other parameters
 */
public record DayCause(Finding sample, boolean varies, List<InFile> files) {

    /** @param toDo of these records, those that were not mended since */
    public record InFile(ReceivedFile file, int records, int toDo) {}

    /** The same kind in other files too. */
    DayCause and(DayCause other) {
        boolean differ = varies || other.varies || !sample.equals(other.sample);
        return new DayCause(
                sample,
                differ,
                Stream.concat(files.stream(), other.files.stream()).toList());
    }

    /** A file that shows the layout by which the finding is read. */
    public ReceivedFile file() {
        return files.getFirst().file();
    }

    public int records() {
        return files.stream().mapToInt(InFile::records).sum();
    }

    public int toDo() {
        return files.stream().mapToInt(InFile::toDo).sum();
    }

    public int mended() {
        return records() - toDo();
    }

    public NextStep step() {
        return NextStep.of(sample.id());
    }
}
