package kaigo.layout;

import org.jspecify.annotations.Nullable;

/** 必須区分: when an item must be there. Conditions name another item by its position in the same layout. */
public sealed interface Requirement {
    record Always() implements Requirement {}

    record Optional() implements Requirement {}

    /** Required if the other item has this value, or, without a value, if it is there at all. */
    record When(int position, @Nullable String value) implements Requirement {}

    record Unless(int position, String value) implements Requirement {}
}
