package kaigo.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.demo.DemoPersons.DemoPerson;
import kaigo.identity.CardReaders;
import kaigo.insured.CardLookup;
import kaigo.participants.Institutions;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 模擬のカード and 模擬のオンライン資格確認: signs what a registered reader signs when the card of a fictitious person lies on it
 * (docs/card-reader.md), and says of its tickets whose they are.
 */
@Component
@Profile("demo")
class SimulatedCards implements CardLookup {

    static final String READER = "demo-reader";
    private static final String HEAD = "{\"alg\":\"ES256\",\"typ\":\"kiban-card\",\"kid\":\"" + READER + "\"}";
    private static final JsonMapper JSON = new JsonMapper();

    private final CardReaders readers;
    private final Institutions institutions;
    private final Clock clock;
    private final KeyPair key;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    private record Ticket(InstitutionId office, byte[] pmhKey) {}

    SimulatedCards(CardReaders readers, Institutions institutions, Clock clock) throws GeneralSecurityException {
        this.readers = readers;
        this.institutions = institutions;
        this.clock = clock;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = keys.generateKeyPair();
    }

    /** One that is registered here, by its holder. */
    Optional<InstitutionId> findOffice(String holder) {
        return CertificateHolder.parse(holder)
                .flatMap(parsed -> parsed instanceof InstitutionId id ? Optional.of(id) : Optional.empty())
                .filter(institutions::exists);
    }

    /** The assertion that this reader, which is the office's from now on, has read the person's card. */
    String read(InstitutionId office, String challenge, DemoPerson person) {
        readers.register(office, READER, key.getPublic().getEncoded());
        String ticket = UUID.randomUUID().toString();
        tickets.put(ticket, new Ticket(office, person.pmhKey()));
        return sign(JSON.writeValueAsString(Map.of(
                "office",
                office.holder(),
                "nonce",
                challenge,
                "readAt",
                clock.instant().getEpochSecond(),
                "ticket",
                ticket)));
    }

    /** Each ticket once, and for its office only. */
    @Override
    public Optional<byte[]> redeem(String ticket, InstitutionId office) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(one -> one.office().equals(office))
                .map(Ticket::pmhKey);
    }

    private String sign(String claims) {
        try {
            String text =
                    part(HEAD.getBytes(StandardCharsets.UTF_8)) + "." + part(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + part(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
