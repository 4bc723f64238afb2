package kaigo.committee.web;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import kaigo.identity.Accounts;
import kaigo.identity.StaffAccount;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 委員の氏名: as the accounts of the host say them. */
@Component
class MemberNames {

    private final Accounts accounts;

    MemberNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** By login; of whoever has no account the login itself. */
    Map<String, String> of(InsurerNumber insurer, Collection<String> logins) {
        Map<String, String> names = new TreeMap<>();
        logins.forEach(login -> names.put(login, login));
        if (!logins.isEmpty()) {
            all(insurer).forEach((login, name) -> names.computeIfPresent(login, (one, known) -> name));
        }
        return names;
    }

    /** Who can be invited, by login. */
    Map<String, String> all(InsurerNumber insurer) {
        Map<String, String> names = new TreeMap<>();
        accounts.list(insurer).stream()
                .filter(account -> account.role() == AccountRole.MEMBER && account.active())
                .forEach(account -> names.put(account.login(), account.displayName()));
        return names;
    }

    String of(InsurerNumber insurer, String login) {
        return accounts.find(insurer, login).map(StaffAccount::displayName).orElse(login);
    }
}
