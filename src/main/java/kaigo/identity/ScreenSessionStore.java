package kaigo.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kaigo.screens.InstitutionUser;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** 画面のサインイン of institutions. Whether one goes on {@link InstitutionAccountStore} asks, at every request. */
@Component
class ScreenSessionStore {

    /** By screen: in use, and of the account as it is now. By software: as long as its refresh token is good. */
    private static final String IN_USE = """
            select s.id, false as software, s.started_at as since, s.used_at from identity.screen_session s
            join identity.institution_account a on a.kind = s.kind and a.number = s.number and a.login = s.login
                and a.generation = s.generation
            where s.kind = :kind and s.number = :number and s.login = :login and s.used_at > :idle
            union all
            select s.id, true, s.refresh_until - make_interval(secs => :life), null from identity.institution_session s
            join identity.institution_account a on a.kind = s.kind and a.number = s.number and a.login = s.login
                and s.credential = sha256(convert_to(a.password_hash, 'UTF8'))
            where s.kind = :kind and s.number = :number and s.login = :login
                and s.ended_at is null and s.refresh_until > :at
            order by since""";

    /** As application.yaml has it, and the minute for which a use is not noted again. */
    static final Duration IDLE = Duration.ofMinutes(30 + 1);

    private final JdbcClient database;

    ScreenSessionStore(JdbcClient database) {
        this.database = database;
    }

    /** Of those that are long over nothing is kept. */
    UUID begin(InstitutionAccount account, Instant now) {
        UUID id = UUID.randomUUID();
        of(account.institution(), account.login(), database.sql("""
                with old as (delete from identity.screen_session
                    where kind = :kind and number = :number and login = :login and used_at < :idle)
                insert into identity.screen_session (id, kind, number, login, generation, started_at, used_at)
                values (:id, :kind, :number, :login, :generation, :at, :at)"""))
                .param("id", id)
                .param("generation", account.generation())
                .param("at", utc(now))
                .param("idle", utc(now.minus(IDLE)))
                .update();
        return id;
    }

    List<OwnSession> list(InstitutionUser user, Instant now) {
        return of(user.institution(), user.login(), database.sql(IN_USE))
                .param("life", InstitutionSessions.REFRESH.toSeconds())
                .param("at", utc(now))
                .param("idle", utc(now.minus(IDLE)))
                .query((row, n) -> new OwnSession(
                        row.getObject("id", UUID.class),
                        row.getBoolean("software"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("used_at", OffsetDateTime.class))))
                .list();
    }

    /** One by screen or by software; of another account it does nothing. */
    void end(InstitutionUser user, UUID id, Instant now) {
        of(user.institution(), user.login(), database.sql("""
                with screens as (delete from identity.screen_session
                    where id = :id and kind = :kind and number = :number and login = :login)
                update identity.institution_session set ended_at = :at
                where id = :id and kind = :kind and number = :number and login = :login and ended_at is null"""))
                .param("id", id)
                .param("at", utc(now))
                .update();
    }

    private static StatementSpec of(InstitutionId institution, String login, StatementSpec statement) {
        return statement
                .param("kind", institution.kind().code())
                .param("number", institution.number())
                .param("login", login);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
