package kaigo.intake.web;

import java.util.List;
import kaigo.intake.ReceivedFile;
import org.jspecify.annotations.Nullable;

/**
 * What the list of received files shows.
 *
 * @param address of this page of the list
 * @param older address of the page with what came before, or null
 */
public record FilesPage(
        List<ReceivedFile> files, String address, @Nullable String older) {

    /** Whether something here still moves, so that the page asks again. */
    public boolean isMoving() {
        return files.stream().anyMatch(file -> !file.progress().status().isFinal());
    }
}
