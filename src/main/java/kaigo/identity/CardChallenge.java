package kaigo.identity;

import java.time.Instant;

/**
 * 読取りの要求: what a card reader has to sign.
 *
 * @param nonce 256 random bits, base64url; good once, for whoever asked for it
 */
public record CardChallenge(String nonce, Instant expiresAt) {}
