package kaigo.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 登録結果の画面: one file, the causes of its errors and warnings, and a section of its records.
 *
 * @param mended 連番 of those shown whose error was mended since
 * @param toDo refused records with the chosen error that were not mended; 0 if none is chosen
 * @param more whether records follow
 */
public record ResultPage(
        ReceivedFile file,
        List<Cause> causes,
        List<RecordResult> records,
        Set<Integer> mended,
        int toDo,
        boolean more) {

    /** 連番 after which the next section begins, or null on the last. */
    public @Nullable Integer next() {
        return more ? records.getLast().line() : null;
    }

    List<String> subjects() {
        return records.stream()
                .map(RecordResult::insuredNumber)
                .filter(Objects::nonNull)
                .toList();
    }
}
