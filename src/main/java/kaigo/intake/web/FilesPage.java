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

    /** Where the page asks whether there is anything new, or null if nothing here moves any more. */
    public @Nullable String again() {
        boolean moving =
                files.stream().anyMatch(file -> file.progress().status().isMoving());
        return moving ? address + (address.contains("?") ? "&" : "?") + "seen=" + mark() : null;
    }

    /** Differs whenever a file is new or has moved. */
    String mark() {
        List<String> marks = files.stream()
                .map(file -> file.receipt() + file.progress().mark())
                .toList();
        return Integer.toHexString(marks.hashCode());
    }
}
