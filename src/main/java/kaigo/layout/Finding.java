package kaigo.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 指摘: what is wrong with a record, as code + item + parameters. Never a value of a person: parameters are
 * lengths, code points, allowed codes and names of reasons.
 *
 * @param item path of the item in its layout, or null if the record as a whole is meant
 */
public record Finding(ErrorId id, @Nullable String item, List<String> parameters) {

    /** About the record as a whole. */
    public static Finding of(ErrorId id, String... parameters) {
        return new Finding(id, null, List.of(parameters));
    }

    public static Finding of(ErrorId id, LayoutItem item, String... parameters) {
        return new Finding(id, item.path(), List.of(parameters));
    }
}
