package kaigo.identity;

import java.time.Duration;

/**
 * アクセストークンと更新トークン, opaque; good only with the certificate with which they were made.
 *
 * @param accessLife until the access token ends
 * @param refreshLife until the refresh token ends, and with it the whole sign-in
 */
public record Tokens(String access, String refresh, Duration accessLife, Duration refreshLife) {

    @Override
    public String toString() {
        return "Tokens[…]";
    }
}
