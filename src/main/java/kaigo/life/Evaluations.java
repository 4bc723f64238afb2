package kaigo.life;

import static kaigo.access.PartSql.shows;

import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.layout.ShownSql;
import kaigo.life.load.EvaluationTarget;

/** LIFE情報 of one person, as {@link ShownSql} words it. */
public final class Evaluations {

    /** By month, the newest first; an empty array if the permit does not show them. */
    public static final PartSql BY_MONTH =
            new PartSql(ShownSql.of(EvaluationTarget.TARGET, shows(Kind.LIFE)).text());

    private Evaluations() {}
}
