package kaigo.life;

import kaigo.access.FilePermit;
import kaigo.access.PartReader;
import kaigo.access.rules.Kind;
import kaigo.layout.ShownSql;
import kaigo.life.load.EvaluationTarget;
import org.springframework.stereotype.Component;

/** LIFE情報 of one person, as {@link ShownSql} words it. */
@Component
public final class Evaluations {

    private static final String EVALUATIONS =
            ShownSql.of(EvaluationTarget.TARGET).text();

    private final PartReader reader;

    Evaluations(PartReader reader) {
        this.reader = reader;
    }

    /** By month, the newest first; an empty array if the permit does not show them. */
    public String list(FilePermit permit) {
        return reader.read(permit, Kind.LIFE, EVALUATIONS);
    }
}
