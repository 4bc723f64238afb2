package kaigo.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page 「ファイルを送る」 shows.
 *
 * @param problem why nothing, or not all, could be sent, or null
 * @param exampleName a file name of the right form, with the viewer's own 保険者番号
 */
public record UploadPage(List<Outcome> outcomes, @Nullable String problem, int megabytes, String exampleName) {}
