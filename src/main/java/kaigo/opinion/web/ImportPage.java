package kaigo.opinion.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * ファイルから取り込む.
 *
 * @param outcomes of the letters of the file that was sent last, in its order
 * @param problem why nothing of it was taken, or null
 */
public record ImportPage(List<Outcome> outcomes, @Nullable String problem) {

    static final String PATH = OpinionPages.PATH + "/import";

    /**
     * What became of one letter.
     *
     * @param id null if there is none
     */
    public record Outcome(int row, String insured, @Nullable UUID id, String text, boolean isTaken) {

        @Override
        public String toString() {
            return "Outcome[" + row + "]";
        }
    }

    @Override
    public String toString() {
        return "ImportPage[…]";
    }
}
