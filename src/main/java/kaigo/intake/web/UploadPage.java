package kaigo.intake.web;

import java.util.List;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Targets;
import kaigo.intake.web.FormFiles.Sent;
import org.jspecify.annotations.Nullable;

/**
 * What a page that takes files shows.
 *
 * @param path that takes them
 * @param problem why nothing, or not all, could be sent, or null
 * @param exampleName a file name of the right form
 * @param before what a 国保連合会 has sent lately; an insurer has a page for it
 */
public record UploadPage(
        String path,
        List<Outcome> outcomes,
        @Nullable String problem,
        int megabytes,
        String exampleName,
        SentBefore before) {

    /** @param older address of those before them, or null */
    public record SentBefore(
            List<ReceivedFile> files, @Nullable String older) {
        static final SentBefore NONE = new SentBefore(List.of(), null);
    }

    static UploadPage of(String path, Sent sent, String exampleName, SentBefore before) {
        return new UploadPage(path, sent.outcomes(), sent.problem(), Sending.MEGABYTES, exampleName, before);
    }

    /** Key of the page's title and lead. */
    public String kind() {
        return path.substring(1);
    }

    /** IF ID of the files whose records name documents, between spaces. */
    public String indexes() {
        return String.join(" ", Targets.namingDocuments());
    }

    public boolean isOfInsurer() {
        return path.equals("/upload");
    }
}
