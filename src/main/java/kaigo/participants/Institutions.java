package kaigo.participants;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 事業所・医療機関の一覧: the front door to which of them are known. */
@Component
public class Institutions {

    private final JdbcClient database;

    public Institutions(JdbcClient database) {
        this.database = database;
    }

    /** Adds the institution, or replaces what is known of it; services keep the days on which they began. */
    public void put(Institution institution) {
        database.sql("""
                insert into participants.institution (number, kind, name, prefecture, valid_from)
                values (?, ?, ?, ?, ?)
                on conflict (number, kind) do update set name = excluded.name, prefecture = excluded.prefecture, valid_from = excluded.valid_from""")
                .params(
                        institution.id().number(),
                        institution.id().kind().code(),
                        institution.name(),
                        institution.prefecture(),
                        institution.validFrom())
                .update();
        institution.services().forEach(service -> put(institution, service));
    }

    public Optional<String> findName(InstitutionId institution) {
        return database.sql("select name from participants.institution where number = ? and kind = ?")
                .params(institution.number(), institution.kind().code())
                .query(String.class)
                .optional();
    }

    public boolean exists(InstitutionId institution) {
        return database.sql("select exists (select from participants.institution where number = ? and kind = ?)")
                .params(institution.number(), institution.kind().code())
                .query(Boolean.class)
                .single();
    }

    /** Whether it is registered for this day. */
    public boolean isActive(InstitutionId institution, LocalDate day) {
        return database.sql("""
                select exists (select from participants.institution
                    where number = :number and kind = :kind and valid_from <= :day and (valid_to is null or valid_to >= :day))""")
                .param("number", institution.number())
                .param("kind", institution.kind().code())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** サービス種類コード that are designated on this day. */
    public List<String> listServices(InstitutionId institution, LocalDate day) {
        return database.sql("""
                select distinct service_code from participants.institution_service
                where number = :number and kind = :kind and valid_from <= :day and (valid_to is null or valid_to >= :day)
                order by service_code""")
                .param("number", institution.number())
                .param("kind", institution.kind().code())
                .param("day", day)
                .query(String.class)
                .list();
    }

    private void put(Institution institution, Institution.Service service) {
        database.sql("""
                insert into participants.institution_service (number, kind, service_code, valid_from, valid_to)
                values (?, ?, ?, ?, ?)
                on conflict (number, kind, service_code, valid_from) do update set valid_to = excluded.valid_to""")
                .params(Arrays.asList(
                        institution.id().number(),
                        institution.id().kind().code(),
                        service.code(),
                        service.validFrom(),
                        service.validTo()))
                .update();
    }
}
