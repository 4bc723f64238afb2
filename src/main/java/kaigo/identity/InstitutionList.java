package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.Kana;
import kaigo.shared.PersonSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 事業所・医療機関の一覧, for operators: who is registered, and what is missing before its people can sign in. */
@Component
public class InstitutionList {

    /** What {@link Kana#fold} makes of each kana, for a name that stands in the database. */
    private static final String FOLDABLE = IntStream.rangeClosed('ぁ', 'ヾ')
            .mapToObj(Character::toString)
            .filter(kana -> !Kana.fold(kana).equals(kana) && Kana.fold(kana).length() == 1)
            .collect(Collectors.joining());

    private static final String FOLDED = Kana.fold(FOLDABLE);

    private static final String CHOSEN = """
            from participants.institution i
            where (:number = '' or i.number like :number)
                and (:name = '' or translate(upper(normalize(translate(i.name, '　 ', ''), nfkc)), :foldable, :folded) like :name)""";

    /** The first that is missing, in the order of the way in. */
    private static final String JUDGED = """
            select x.*, case
                when x.valid_to < :today then 'ENDED'
                when x.valid_from > :today then 'NOT_YET'
                when x.accounts = 0 then 'NO_ACCOUNT'
                when x.active = 0 then 'STOPPED'
                when x.administrators = 0 then 'NO_ADMINISTRATOR'
                when x.not_after is null then 'NO_CERTIFICATE'
                when x.not_after < :until then 'CERTIFICATE_ENDS'
                else 'READY' end as state
            from (
                select i.*, a.accounts, a.active, a.administrators, c.not_after %s
            ) as x""".formatted(CHOSEN.replace("where", """
                cross join lateral (
                    select count(*)::integer as accounts, (count(*) filter (where active))::integer as active,
                        (count(*) filter (where active and administrator))::integer as administrators
                    from identity.institution_account a where a.kind = i.kind and a.number = i.number) as a
                left join lateral (
                    select max(not_after) as not_after from identity.client_certificate c
                    where c.holder = case i.kind when 1 then 'clinic:' else 'office:' end || i.number
                        and c.revoked_at is null and c.not_after >= :now) as c on true
                where"""));

    private final JdbcClient database;
    private final InstantSource clock;

    InstitutionList(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** 様子: what is missing first, in the order of the way in. */
    public enum State {
        /** Its designation is over. */
        ENDED,
        NOT_YET,
        NO_ACCOUNT,
        /** Nobody's account may be used. */
        STOPPED,
        NO_ADMINISTRATOR,
        NO_CERTIFICATE,
        CERTIFICATE_ENDS,
        READY
    }

    /** Which of them. @param search of number or name @param state null for all */
    public record Choice(PersonSearch search, @Nullable State state) {
        private String number() {
            return search.isByNumber() ? search.pattern() : "";
        }

        private String name() {
            return search.isByName() ? search.pattern() : "";
        }
    }

    /**
     * @param accounts that may be used
     * @param administrators of those
     * @param lastDay of its last good certificate, or null
     */
    public record Row(
            InstitutionId id,
            String name,
            String prefecture,
            State state,
            int accounts,
            int administrators,
            @Nullable LocalDate lastDay) {}

    public int count(Choice choice) {
        String counted = choice.state() == null
                ? "select count(*) " + CHOSEN
                : "select count(*) from (" + JUDGED + ") as j where j.state = :state";
        return with(choice, counted).query(Integer.class).single();
    }

    public List<Row> list(Choice choice, int offset, int limit) {
        return with(
                        choice,
                        "select * from (" + JUDGED + ") as j where :state = '' or j.state = :state"
                                + " order by j.number, j.kind offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private JdbcClient.StatementSpec with(Choice choice, String statement) {
        Instant now = clock.instant();
        Duration first = Duration.ofDays(CertificateEnds.STEPS.getFirst() + 1L);
        return database.sql(statement)
                .param("number", choice.number())
                .param("name", choice.name())
                .param("foldable", FOLDABLE)
                .param("folded", FOLDED)
                .param("state", choice.state() == null ? "" : choice.state().name())
                .param("today", Days.of(now))
                .param("now", utc(now))
                .param("until", utc(now.plus(first)));
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime end = row.getObject("not_after", OffsetDateTime.class);
        return new Row(
                new InstitutionId(InstitutionId.Kind.ofCode(row.getInt("kind")), row.getString("number")),
                row.getString("name"),
                row.getString("prefecture"),
                State.valueOf(row.getString("state")),
                row.getInt("active"),
                row.getInt("administrators"),
                end == null ? null : Days.of(end.toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
