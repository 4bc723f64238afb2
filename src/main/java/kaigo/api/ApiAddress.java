package kaigo.api;

import java.net.URI;

/** API の接続先: where the TLS port is reached from outside, {@code https://host:port}; known once the server listens. */
public interface ApiAddress {

    URI get();
}
