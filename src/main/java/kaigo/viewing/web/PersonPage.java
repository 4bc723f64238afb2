package kaigo.viewing.web;

import java.util.List;
import kaigo.access.rules.Reason;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;

/**
 * 利用者詳細: a tab with all files of the person, the one that was asked for first.
 *
 * @param handle of the person
 * @param message what was just done, or null
 */
public record PersonPage<T>(
        Side side,
        String handle,
        Tab tab,
        List<FileView<T>> files,
        @Nullable String message) {

    static final String PATH = UsersPage.PATH + "/";

    public FileView<T> first() {
        return files.getFirst();
    }

    /** Nothing is shown at all: the person does not stand in the list, or not any more. */
    public boolean isClosed() {
        return files.stream().allMatch(file -> file.banner() == null);
    }

    public @Nullable Reason closed() {
        return first().closed();
    }

    public String address(Tab other) {
        return side.list() + "/" + handle + "/" + other.path();
    }

    PersonPage<T> saying(@Nullable String done) {
        return new PersonPage<>(side, handle, tab, files, done);
    }

    @Override
    public String toString() {
        return "PersonPage[…]";
    }
}
