package kaigo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import org.jspecify.annotations.Nullable;

/**
 * 開いた記録: what was read of one person, and why each kind may be read or not.
 *
 * @param decisions of every kind, in their order, whether it was asked for or not
 */
public record Opened<T>(T value, Map<Kind, Decision> decisions, Standing standing) {

    /**
     * 保険者との関係. Of a person whom the viewer does not know it tells nothing.
     *
     * @param keyed the person's files at other insurers can be found (PMHキー)
     * @param lostOn 資格喪失日 at this insurer
     * @param others files of the same person elsewhere; whether they open, is decided there
     */
    public record Standing(boolean keyed, @Nullable LocalDate lostOn, List<PersonKey> others) {}
}
