package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 受信データを残さない: a connection's buffers hold the last bytes that came in, those of a file with its numbers (settled
 * 11). So the connection of a file ends with its answer, and no connection or processor is kept for the next one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NothingKept extends OncePerRequestFilter implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (WITH_BODY.contains(request.getMethod()) && (path.startsWith("/v1/") || path.startsWith("/upload"))) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setProperty("socket.bufferPool", "0"));
    }
}
