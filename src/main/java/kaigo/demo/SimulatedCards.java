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
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * 模擬の読取り機 and 模擬のオンライン資格確認: answers like the bridge on an office's own PC (docs/card-reader.md), with the card
 * of a fictitious person on it, and says of its tickets whose they are.
 */
@RestController
@Profile("demo")
class SimulatedCards implements CardLookup {

    private static final String READER = "demo-reader";
    private static final String HEAD = "{\"alg\":\"ES256\",\"typ\":\"kiban-card\",\"kid\":\"" + READER + "\"}";
    private static final JsonMapper JSON = new JsonMapper();

    private final CardReaders readers;
    private final Institutions institutions;
    private final DemoPersons persons;
    private final Clock clock;
    private final KeyPair key;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    private record Ticket(InstitutionId office, byte[] pmhKey) {}

    SimulatedCards(CardReaders readers, Institutions institutions, DemoPersons persons, Clock clock)
            throws GeneralSecurityException {
        this.readers = readers;
        this.institutions = institutions;
        this.persons = persons;
        this.clock = clock;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = keys.generateKeyPair();
    }

    /** @param person 被保険者番号 of the fictitious person whose card lies on the reader */
    record Asked(
            @Nullable String challenge,
            @Nullable String office,
            @Nullable String person) {}

    record Answered(String assertion) {}

    @PostMapping(
            path = "/demo/card-reader/read",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answered> read(@RequestBody Asked asked) throws GeneralSecurityException {
        Optional<InstitutionId> office = Optional.ofNullable(asked.office())
                .flatMap(CertificateHolder::parse)
                .flatMap(holder -> holder instanceof InstitutionId id ? Optional.of(id) : Optional.empty())
                .filter(institutions::exists);
        Optional<DemoPerson> person = Optional.ofNullable(asked.person()).flatMap(persons::find);
        if (office.isEmpty() || person.isEmpty() || asked.challenge() == null) {
            return ResponseEntity.badRequest().build();
        }
        readers.register(office.get(), READER, key.getPublic().getEncoded());
        String ticket = UUID.randomUUID().toString();
        tickets.put(ticket, new Ticket(office.get(), person.get().pmhKey()));
        return ResponseEntity.ok(new Answered(sign(JSON.writeValueAsString(Map.of(
                "office", office.get().holder(),
                "nonce", asked.challenge(),
                "readAt", clock.instant().getEpochSecond(),
                "ticket", ticket)))));
    }

    /** Each ticket once, and for its office only. */
    @Override
    public Optional<byte[]> redeem(String ticket, InstitutionId office) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(one -> one.office().equals(office))
                .map(Ticket::pmhKey);
    }

    private String sign(String claims) throws GeneralSecurityException {
        String text = part(HEAD.getBytes(StandardCharsets.UTF_8)) + "." + part(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + part(signature.sign());
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
