package kaigo.generate;

import java.util.Arrays;

/**
 * 難しい人々: what makes a person hard for a system. The person's index decides, so that 100 persons in a row hold all of
 * them; their frequency is ours and far above the real one.
 */
enum Trait {
    /** 住所地特例: insured here, lives in a home elsewhere. */
    RESIDENCE_EXCEPTION(3, 203),
    /** 住所地特例, and the insurer does not hold the マイナンバー (E5002). */
    RESIDENCE_EXCEPTION_WITHOUT_NUMBER(5),
    BIRTHDAY_UNKNOWN(7),
    /** A birthday that is known but as 「頃」: the text stands beside the flag. */
    BIRTHDAY_ABOUT(9),
    /** Third level of JIS X 0213. */
    THIRD_LEVEL(11),
    /** Fourth level, and outside the Basic Multilingual Plane. */
    FOURTH_LEVEL(13),
    /** A kana with U+309A, one character of the standard in two code points. */
    COMBINING_PAIR(17),
    /** 髙: outside JIS X 0213. */
    OUTSIDE_LADDER_TAKA(19),
    /** 𠮷: outside JIS X 0213 and outside the Basic Multilingual Plane. */
    OUTSIDE_TSUCHI_YOSHI(23),
    /** 支援措置: the address is hidden from all but the insurer. */
    PROTECTED(29, 229),
    /** E5001. */
    NOT_REGISTERED(31, 131, 231),
    /** E5005. */
    MISMATCH(37),
    /** Asked again and again, never an answer (E5004). */
    TIME_OUT(41),
    /** An answer that comes late. */
    SLOW(43),
    /** 通称名. */
    FOREIGN(47),
    SEX_UNKNOWN(53),
    /** 旧被保険者番号. */
    RENUMBERED(59),
    DECEASED(61, 161, 261, 361),
    /** Insured elsewhere by now; the neighbour's {@link #MOVED_IN} two indices later is the same person. */
    MOVED_OUT(71, 271),
    MOVED_IN(73, 273),
    /** 第2号. About 0.4 % of all insured are certified persons of this category. */
    SECOND_CATEGORY(79, 279),
    NONE;

    /** How many indices from a {@link #MOVED_OUT} to the {@link #MOVED_IN} who is the same person. */
    static final int MOVE = 2;

    private static final int CYCLE = 500;
    private static final Trait[] BY_INDEX = table();

    private final int[] residues;

    Trait(int... residues) {
        this.residues = residues;
    }

    static Trait of(int index) {
        return BY_INDEX[index % CYCLE];
    }

    boolean isResidenceException() {
        return this == RESIDENCE_EXCEPTION || this == RESIDENCE_EXCEPTION_WITHOUT_NUMBER;
    }

    private static Trait[] table() {
        Trait[] table = new Trait[CYCLE];
        Arrays.fill(table, NONE);
        for (Trait trait : values()) {
            for (int residue : trait.residues) {
                table[residue] = trait;
            }
        }
        return table;
    }
}
