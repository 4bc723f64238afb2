package kaigo.opinion;

import kaigo.access.LetterBar;
import kaigo.access.LetterGate;
import kaigo.access.LetterPermit;

/** What all that is tried with an opinion has in common. */
abstract class LetterTrial implements LetterGate.Trial<LetterAnswer> {

    private final boolean ofDoctor;
    private final String name;

    /**
     * @param ofDoctor whether only a 医師 may
     * @param name for the entry
     */
    LetterTrial(boolean ofDoctor, String name) {
        this.ofDoctor = ofDoctor;
        this.name = name;
    }

    abstract void act(LetterPermit permit);

    @Override
    public String act() {
        return name;
    }

    @Override
    public boolean isOfDoctor() {
        return ofDoctor;
    }

    @Override
    public LetterAnswer barred(LetterBar bar) {
        return LetterAnswer.of(bar);
    }

    @Override
    public LetterAnswer write(LetterPermit permit) {
        act(permit);
        return LetterAnswer.DONE;
    }
}
