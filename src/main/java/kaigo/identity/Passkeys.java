package kaigo.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.screens.InstitutionUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * パスキー: instead of password and code (settled 24); an institution's certificate is needed all the same. The
 * authenticator asks its owner for a PIN or a finger each time.
 */
@Component
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyStore store;
    private final InstitutionAccounts accounts;
    private final ScreenSignIn signIn;
    private final AuditLog audit;
    private final SiteAddress site;

    Passkeys(PasskeyStore store, InstitutionAccounts accounts, ScreenSignIn signIn, AuditLog audit, SiteAddress site) {
        this.store = store;
        this.accounts = accounts;
        this.signIn = signIn;
        this.audit = audit;
        this.site = site;
    }

    /**
     * What the browser needs to make a passkey for whoever is signed in and has typed the password again. Nothing if that
     * was wrong: it counts like a wrong one at the sign-in, and is on record.
     */
    public Optional<PublicKeyCredentialCreationOptions> creation(Client client, InstitutionUser owner, String present) {
        Authentication signedIn = UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of());
        return accounts.checkPassword(owner.institution(), owner.login(), present, client.requestId())
                .map(right -> library()
                        .createPublicKeyCredentialCreationOptions(
                                new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn)));
    }

    /**
     * Keeps a passkey that the browser made; the try is on record before.
     *
     * @return false if it does not answer what was asked
     */
    public boolean add(
            InstitutionUser owner,
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> made,
            String label,
            String requestId) {
        audit.record(AuditEntry.of(requestId, AuditEvent.PASSKEY_ADDED, owner.getName(), Map.of()));
        try {
            library()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(made, label)));
        } catch (RuntimeException e) {
            LOG.info("a passkey was not taken: {}", e.getClass().getSimpleName());
            return false;
        }
        return true;
    }

    public List<Passkey> list(InstitutionUser owner) {
        return store.list(owner.getName()).stream().map(Passkey::of).toList();
    }

    /**
     * Takes away one of the owner's.
     *
     * @return false if the password was wrong: it counts like a wrong one at the sign-in
     */
    public boolean remove(Client client, InstitutionUser owner, String present, String id) {
        Optional<InstitutionAccount> right =
                accounts.checkPassword(owner.institution(), owner.login(), present, client.requestId());
        if (right.isEmpty()) {
            return false;
        }
        audit.record(AuditEntry.of(client.requestId(), AuditEvent.PASSKEY_REMOVED, owner.getName(), Map.of()));
        read(id).ifPresent(known -> store.delete(owner.getName(), known));
        return true;
    }

    /** What is no id at all is nobody's. */
    private static Optional<Bytes> read(String id) {
        try {
            return Optional.of(Bytes.fromBase64(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the browser needs to ask for a passkey; whose, the passkey itself says. */
    public PublicKeyCredentialRequestOptions request() {
        return library().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** Who it is, if the passkey answers what was asked and is one of this institution's. On record either way. */
    public Optional<InstitutionUser> signIn(
            Client client,
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> shown) {
        Optional<InstitutionAccount> account = owner(asked, shown).flatMap(owner -> accounts.find(client, owner));
        if (account.isEmpty()) {
            accounts.refused(client, "passkey");
            return Optional.empty();
        }
        accounts.signedIn(account.get(), client.requestId(), "passkey");
        return Optional.of(signIn.user(client, account.get()));
    }

    private Optional<String> owner(
            PublicKeyCredentialRequestOptions asked, PublicKeyCredential<AuthenticatorAssertionResponse> shown) {
        try {
            return Optional.of(library()
                    .authenticate(new RelyingPartyAuthenticationRequest(asked, shown))
                    .getName());
        } catch (RuntimeException e) {
            LOG.info("a passkey was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Webauthn4JRelyingPartyOperations library() {
        PublicKeyCredentialRpEntity relyingParty = PublicKeyCredentialRpEntity.builder()
                .id(site.host())
                .name("介護情報基盤")
                .build();
        Webauthn4JRelyingPartyOperations library =
                new Webauthn4JRelyingPartyOperations(store, store, relyingParty, site.origins());
        library.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        library.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return library;
    }
}
