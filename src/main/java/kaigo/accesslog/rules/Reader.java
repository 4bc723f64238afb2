package kaigo.accesslog.rules;

import java.util.Set;
import kaigo.access.PersonKey;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;

/** 記録を読む人: whose log it is. */
public sealed interface Reader {

    /**
     * 本人, or who represents it.
     *
     * @param files the person's own, of each of its insurers
     * @param byProxy a representative reads, perhaps a relative
     */
    record Self(Set<PersonKey> files, boolean byProxy) implements Reader {
        public Self {
            files = Set.copyOf(files);
        }
    }

    /** The insurer's own staff. */
    record Municipality(InsurerNumber insurer) implements Reader {}

    /** An administrator of an office or a clinic. */
    record Institution(InstitutionId institution) implements Reader {}

    record Operator() implements Reader {}

    /** The column of the two tables that holds for it. */
    default ReaderKind kind() {
        return switch (this) {
            case Self self -> self.byProxy() ? ReaderKind.PROXY : ReaderKind.SELF;
            case Municipality municipality -> ReaderKind.MUNICIPALITY;
            case Institution institution -> ReaderKind.INSTITUTION;
            case Operator operator -> ReaderKind.OPERATOR;
        };
    }
}
