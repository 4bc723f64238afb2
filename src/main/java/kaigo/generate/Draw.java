package kaigo.generate;

/**
 * くじ: numbers that look like chance and are a pure function of the person. Each question about a person has a salt of
 * its own, so a new question changes no old answer. The mixing function is the finalizer of SplitMix64.
 */
record Draw(long key) {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    static Draw of(long seed, String insurerNumber, int index) {
        long insurer = mix(mix(seed) + Long.parseLong(insurerNumber) * GAMMA);
        return new Draw(mix(insurer + index * GAMMA));
    }

    /** An even choice from 0 to {@code bound} - 1. */
    int below(int bound, Salt salt) {
        return below(bound, salt.ordinal());
    }

    /** Another choice for the same question, for example on another day. */
    Draw again(long which) {
        return new Draw(mix(key ^ mix(which + 1)));
    }

    private int below(int bound, int salt) {
        long bits = mix(key + (salt + 1) * GAMMA);
        return (int) (((bits >>> 33) * bound) >>> 31);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The questions. New ones are added at the end. */
    enum Salt {
        AGE_AND_SEX,
        AGE,
        SEX,
        BIRTHDAY,
        SURNAME,
        GIVEN_NAME,
        MUNICIPALITY,
        TOWN,
        BLOCK,
        HOUSE,
        BUILDING,
        ROOM,
        MOVED,
        LOST,
        UPDATED,
        VARIANT,
        KIND,
        CERTIFIED,
        CARE_LEVEL,
        APPLIED,
        MONTHS,
        DECIDED,
        OPEN,
        OPEN_SINCE,
        CONSENT,
        RATIO,
        REDUCTION,
        BENEFIT,
        OFFICE,
        SHEET,
        APPLIED_LATER,
        ENDING,
        LAPSE,
        SERVICE,
        RESTRICTION,
        PURCHASE,
        CLAIM,
        VALUES,
        FORM
    }
}
