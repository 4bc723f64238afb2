package kaigo.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 必須区分: when an item must be there. Conditions name another item by its position in the same table. */
public sealed interface Requirement {
    record Always() implements Requirement {}

    record Optional() implements Requirement {}

    /**
     * Required if the other item has one of these values, or, without values, if it is there at all.
     *
     * @param except what takes a record out again, or null
     */
    record When(int position, List<String> values, @Nullable Unless except) implements Requirement {}

    record Unless(int position, String value) implements Requirement {}

    /** Whether this record must have the item. */
    default boolean asksFor(Row row) {
        return switch (this) {
            case Always() -> true;
            case Optional() -> false;
            case When(int position, List<String> values, var except) -> {
                String other = row.text(position);
                yield other != null
                        && (values.isEmpty() || values.contains(other))
                        && (except == null || except.asksFor(row));
            }
            case Unless(int position, String value) -> !value.equals(row.text(position));
        };
    }
}
