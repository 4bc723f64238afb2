package kaigo.committee.web;

import org.jspecify.annotations.Nullable;

/**
 * 審査会資料の PDF を送る画面.
 *
 * @param path of the form
 * @param problem why the file was not taken, or null
 */
public record MaterialUpload(
        String path, boolean isReplacement, @Nullable String problem) {}
