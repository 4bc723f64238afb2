package kaigo.identity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** 見本のアカウント: what the demo's sign-in page shows. Only the room {@code demo} adds to it; with serve it is empty. */
@Component
public final class SampleAccounts {

    /** More would only hide the form above them. */
    private static final int SHOWN = 10;

    private final Map<String, SampleAccount> accounts = new ConcurrentSkipListMap<>();

    /** @param password in the clear: it opens fictitious data only */
    public record SampleAccount(String insurerNumber, String insurerName, String login, String password) {}

    public void add(SampleAccount account) {
        accounts.put(account.insurerNumber() + "/" + account.login(), account);
    }

    public List<SampleAccount> list() {
        return accounts.values().stream().limit(SHOWN).toList();
    }
}
