package kaigo.shared;

/**
 * 事業所・医療機関の閲覧者.
 *
 * @param fingerprint of the client certificate with which this request came
 */
public record InstitutionViewer(InstitutionId institution, String login, String fingerprint, String requestId) {

    public String actor() {
        return institution.holder() + "/" + login;
    }
}
