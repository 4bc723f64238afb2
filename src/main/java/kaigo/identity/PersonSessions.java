package kaigo.identity;

import kaigo.screens.PersonUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** 本人のサインイン: one at a time, the newest. Whoever fears that another one is in use signs in, and has ended it. */
@Component
public class PersonSessions {

    private final JdbcClient database;

    PersonSessions(JdbcClient database) {
        this.database = database;
    }

    /** Ends the one before. */
    public void begin(PersonUser user) {
        of(user, """
                insert into identity.person_session (insurer_number, insured_number, id) values (:insurer, :insured, :id)
                on conflict (insurer_number, insured_number) do update set id = excluded.id""").update();
    }

    public boolean goesOn(PersonUser user) {
        return of(user, """
                select exists (select 1 from identity.person_session
                    where insurer_number = :insurer and insured_number = :insured and id = :id)""").query(Boolean.class).single();
    }

    private StatementSpec of(PersonUser user, String sql) {
        String[] first = user.files().getFirst().split("/");
        return database.sql(sql)
                .param("insurer", first[0])
                .param("insured", first[1])
                .param("id", user.session());
    }
}
