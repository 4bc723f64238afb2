package kaigo.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 指摘: what is wrong with a record, as code + item + parameters. Never a value of a person: parameters are
 * lengths, code points, allowed codes and names of reasons.
 *
 * @param item path of the item in its layout, or null if the record as a whole is meant
 * @param place where it stands, if that is not where the record begins; only known while the file is read
 */
public record Finding(
        ErrorId id,
        @Nullable String item,
        List<String> parameters,
        @Nullable Place place) {

    /**
     * A row of a sheet's own file.
     *
     * @param part letter of the file
     * @param number 連番 in it
     * @param line of it, from 1
     */
    public record Place(String part, int number, long line) {}

    public Finding(ErrorId id, @Nullable String item, List<String> parameters) {
        this(id, item, parameters, null);
    }

    /** About the record as a whole. */
    public static Finding of(ErrorId id, String... parameters) {
        return new Finding(id, null, List.of(parameters));
    }

    public static Finding of(ErrorId id, LayoutItem item, String... parameters) {
        return new Finding(id, item.path(), List.of(parameters));
    }

    Finding at(Place there) {
        return new Finding(id, item, parameters, there);
    }
}
