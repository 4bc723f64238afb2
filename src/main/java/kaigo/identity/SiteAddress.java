package kaigo.identity;

import java.net.URI;
import java.util.Comparator;
import java.util.Set;

/** この画面の所在: for which site a passkey is good, and by which addresses the site is opened. */
public interface SiteAddress {

    /** The host alone. */
    String host();

    /** Each with scheme, host and port. */
    Set<String> origins();

    /** The one for a link in a mail. */
    String linkOrigin();

    /** That of an address if it is one of them; else of the same scheme if there is one, the shortest. */
    default String originOf(URI address) {
        String own = address.getScheme() + "://" + address.getRawAuthority();
        return origins().contains(own)
                ? own
                : origins().stream()
                        .min(Comparator.comparing((String one) -> !one.startsWith(address.getScheme() + ':'))
                                .thenComparing(String::length))
                        .orElseThrow();
    }
}
