package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.shared.CertificateHolder;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CertificateWarningStore {

    /** Good now, and no later one is registered for the same holder. Parameter: now. */
    private static final String LATEST = """
            c.revoked_at is null and c.not_after >= :now
                and not exists (select from identity.client_certificate s where s.holder = c.holder
                    and s.revoked_at is null and s.not_after > c.not_after)""";

    private final JdbcClient database;

    CertificateWarningStore(JdbcClient database) {
        this.database = database;
    }

    /** Of institutions, ending by then, each with an administrator who can be told. */
    List<CertificateWarning> list(Instant now, Instant until) {
        return database.sql("""
                select c.holder, c.fingerprint, c.not_after, a.login, a.mail
                from identity.client_certificate c
                join identity.institution_account a on a.kind = case split_part(c.holder, ':', 1) when 'clinic' then 1 else 2 end
                    and a.number = split_part(c.holder, ':', 2)
                where c.holder not like 'insurer:%%' and c.not_after < :until and a.administrator and a.active
                    and a.mail is not null and %s
                order by c.not_after, c.holder, a.login""".formatted(LATEST))
                .param("now", utc(now))
                .param("until", utc(until))
                .query((row, n) -> new CertificateWarning(
                        institution(row),
                        row.getString("fingerprint"),
                        lastDay(row),
                        row.getString("login"),
                        row.getString("mail")))
                .list();
    }

    boolean isTold(CertificateWarning warning, int step) {
        return database.sql("""
                select exists (select from identity.certificate_warning
                    where holder = ? and fingerprint = ? and days = ? and login = ?)""")
                .params(warning.institution().holder(), warning.fingerprint(), step, warning.login())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the step upon itself, until the end of the transaction; of two who want it the later one waits.
     *
     * @return false if it was told already
     */
    boolean take(CertificateWarning warning, int step, Instant now) {
        return database.sql("""
                insert into identity.certificate_warning (holder, fingerprint, days, login, told_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(warning.institution().holder(), warning.fingerprint(), step, warning.login(), utc(now))
                        .update()
                > 0;
    }

    /** Institutions with accounts whose last certificate ends by then, or who have no good one: those first. */
    List<EndingCertificate> listEnding(Instant now, Instant until, int offset, int limit) {
        return database.sql(ENDING + " order by e.not_after nulls first, e.number, e.kind offset :offset limit :limit")
                .param("now", utc(now))
                .param("until", utc(until))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new EndingCertificate(
                        institution(row),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        row.getObject("not_after") == null ? null : lastDay(row),
                        row.getInt("administrators"),
                        (Integer) row.getObject("told")))
                .list();
    }

    int countEnding(Instant now, Instant until) {
        return database.sql("select count(*) from (" + ENDING + ") as x")
                .param("now", utc(now))
                .param("until", utc(until))
                .query(Integer.class)
                .single();
    }

    private static final String ENDING = """
            select e.kind, e.number, e.holder, e.not_after, n.name, e.administrators,
                (select min(w.days)::integer from identity.certificate_warning w
                    where w.holder = e.holder and w.fingerprint = e.fingerprint) as told
            from (
                select a.kind, a.number, a.holder, c.not_after, c.fingerprint, a.administrators
                from (
                    select kind, number, case kind when 1 then 'clinic:' else 'office:' end || number as holder,
                        (count(*) filter (where administrator and active and mail is not null))::integer as administrators
                    from identity.institution_account group by kind, number) as a
                left join lateral (
                    select not_after, fingerprint from identity.client_certificate g
                    where g.holder = a.holder and g.revoked_at is null and g.not_after >= :now
                    order by not_after desc limit 1) as c on true
                where c.not_after is null or c.not_after < :until) as e
            left join participants.institution n on n.kind = e.kind and n.number = e.number""";

    private static InstitutionId institution(ResultSet row) throws SQLException {
        return CertificateHolder.parse(row.getString("holder"))
                .filter(InstitutionId.class::isInstance)
                .map(InstitutionId.class::cast)
                .orElseThrow();
    }

    private static LocalDate lastDay(ResultSet row) throws SQLException {
        return Days.of(row.getObject("not_after", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
