package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import kaigo.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path with a variable leads where it leads, however it is written. */
class RoutesTest {

    private static final String PAGE = "/interfaces/M01-2.02";

    @ParameterizedTest
    @ValueSource(strings = {"/%69nterfaces/M01-2.02", "/interface%73/M01-2.02", "/interfaces/%4d01-2.02"})
    void a_letter_may_be_written_as_its_code(String path) throws IOException, InterruptedException {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).body()).isEqualTo(get(PAGE).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/interfaces/M01-2.02/",
                "/interfaces/M01-2.02/more",
                "/Interfaces/M01-2.02",
                "/interface/M01-2.02"
            })
    void what_only_resembles_a_path_is_not_there(String path) throws IOException, InterruptedException {
        assertThat(get(path).statusCode()).isIn(302, 404);
    }

    @Test
    void a_method_that_a_path_does_not_take_is_refused_by_name() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.url() + PAGE))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Allow"))
                    .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(TestServer.url() + path)).build(), BodyHandlers.ofString());
        }
    }
}
