package kaigo.identity;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** 見本のアカウント: what the demo's sign-in page shows. Only the room {@code demo} adds to it; with serve it is empty. */
@Component
public final class SampleAccounts {

    private final List<SampleAccount> accounts = new CopyOnWriteArrayList<>();

    /** @param password in the clear: it opens fictitious data only */
    public record SampleAccount(String insurerNumber, String insurerName, String login, String password) {}

    public void add(SampleAccount account) {
        accounts.add(account);
    }

    public List<SampleAccount> list() {
        return List.copyOf(accounts);
    }
}
