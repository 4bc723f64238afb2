package kaigo.identity;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import kaigo.shared.InstitutionId;
import org.springframework.stereotype.Component;

/** 見本の事業所のアカウント, as {@link SampleAccounts}: only the room {@code demo} adds to it; with serve it is empty. */
@Component
public final class SampleOffices {

    private final Map<String, SampleOfficeAccount> accounts = new ConcurrentSkipListMap<>();

    /** @param password in the clear: it opens fictitious data only */
    public record SampleOfficeAccount(
            InstitutionId institution, String login, String displayName, String jobs, String password) {}

    public void add(SampleOfficeAccount account) {
        accounts.put(account.institution().holder() + '/' + account.login(), account);
    }

    public List<SampleOfficeAccount> list(InstitutionId institution) {
        return accounts.values().stream()
                .filter(account -> account.institution().equals(institution))
                .toList();
    }

    /** Who has accounts, each once. */
    public List<InstitutionId> listInstitutions() {
        return accounts.values().stream()
                .map(SampleOfficeAccount::institution)
                .distinct()
                .toList();
    }
}
