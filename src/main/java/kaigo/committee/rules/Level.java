package kaigo.committee.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** 事前の判定 of a member for a case (proposed, ours), from the lightest on. */
public enum Level {
    NOT_NEEDED,
    SUPPORT_1,
    SUPPORT_2,
    CARE_1,
    CARE_2,
    CARE_3,
    CARE_4,
    CARE_5,
    /** 保留: to be talked about. */
    UNDECIDED;

    public static Optional<Level> named(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
