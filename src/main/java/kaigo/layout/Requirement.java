package kaigo.layout;

import java.util.List;

/** 必須区分: when an item must be there. Conditions name another item by its position in the same table. */
public sealed interface Requirement {
    record Always() implements Requirement {}

    record Optional() implements Requirement {}

    /** Required if the other item has one of these values, or, without values, if it is there at all. */
    record When(int position, List<String> values) implements Requirement {}

    record Unless(int position, String value) implements Requirement {}
}
