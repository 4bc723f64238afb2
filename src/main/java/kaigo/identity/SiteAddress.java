package kaigo.identity;

import java.util.Set;

/** この画面の所在: for which site a passkey is good, and by which addresses the site is opened. */
public interface SiteAddress {

    /** The host alone. */
    String host();

    /** Each with scheme, host and port. */
    Set<String> origins();
}
