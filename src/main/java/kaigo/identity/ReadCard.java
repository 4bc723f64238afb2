package kaigo.identity;

import java.time.Instant;

/**
 * 読み取られたカード, as a registered reader of the office asserts it. Who the person is, only the ticket's issuer can say.
 *
 * @param ticket of the オンライン資格確認, opaque and good once
 */
public record ReadCard(String reader, String nonce, Instant readAt, String ticket) {
    @Override
    public String toString() {
        return "ReadCard[" + reader + "]";
    }
}
