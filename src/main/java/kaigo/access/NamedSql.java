package kaigo.access;

import org.springframework.jdbc.core.namedparam.EmptySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** 名前で渡す文: where the parameters of a long statement stand is found once, not at each look. */
final class NamedSql {

    private final ParsedSql parsed;
    private final String positional;

    NamedSql(String text) {
        this.parsed = NamedParameterUtils.parseSqlStatement(text);
        this.positional = NamedParameterUtils.substituteNamedParameters(parsed, EmptySqlParameterSource.INSTANCE);
    }

    @NotAboutAPerson("a text; reads nothing")
    String positional() {
        return positional;
    }

    @NotAboutAPerson("puts values in their order; reads nothing")
    Object[] values(SqlParameterSource parameters) {
        return NamedParameterUtils.buildValueArray(parsed, parameters, null);
    }
}
