package kaigo.identity;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 事業所の管理者: who may see to its own institution's accounts and read its log. */
@Component
public class Administrators {

    private final JdbcClient database;

    Administrators(JdbcClient database) {
        this.database = database;
    }

    /** 職種 of the viewer if it is an administrator whose account, institution and certificate are in order. */
    public Optional<Set<Job>> findJobs(InstitutionViewer viewer, Instant at) {
        return database.sql("""
                select a.jobs from identity.institution_account a
                join participants.institution n on n.kind = a.kind and n.number = a.number
                    and n.valid_from <= :today and (n.valid_to is null or n.valid_to >= :today)
                join identity.client_certificate k on k.holder = :holder and k.fingerprint = :fingerprint
                    and k.revoked_at is null and k.not_after >= :at
                where a.kind = :kind and a.number = :number and a.login = :login and a.active and not a.bootstrap and a.initial_until is null
                    and a.administrator""")
                .param("today", Days.of(at))
                .param("holder", viewer.institution().holder())
                .param("fingerprint", viewer.fingerprint())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("kind", viewer.institution().kind().code())
                .param("number", viewer.institution().number())
                .param("login", viewer.login())
                .query((row, n) -> jobs(row.getArray(1)))
                .optional();
    }

    private static Set<Job> jobs(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(Job::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
