package kaigo.intake.web;

import kaigo.intake.ResultPage;
import kaigo.intake.Results.Only;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one file shows.
 *
 * @param after 連番 after which the records begin, 0 on the first page
 */
public record FilePage(ResultPage result, Only only, int after) {

    public String path() {
        return "/files/" + result.file().receipt();
    }

    public String address(Only wanted, int from) {
        return path() + "?only=" + wanted + "&after=" + from;
    }

    public boolean isMoving() {
        return result.file().progress().status().isMoving();
    }

    /** Where a page that moves asks whether there is anything new. */
    public @Nullable String again() {
        return isMoving()
                ? address(only, after) + "&seen=" + result.file().progress().mark()
                : null;
    }
}
