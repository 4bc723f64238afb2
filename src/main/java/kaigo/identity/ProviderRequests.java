package kaigo.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** 提供者への要求: to the address that was named, and to none where its answer leads. */
public final class ProviderRequests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProviderRequests() {}

    public static ClientHttpRequestFactory factory() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(PATIENCE);
        return factory;
    }
}
