package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * 道: which method answers a request. Spring asks every route whose path has a variable, several hundred, whether it takes it:
 * half of what the server computed for a plain read (docs/decisions/0041). Those whose path begins otherwise are not asked.
 */
@Component
final class Routes implements WebMvcRegistrations {

    private static final Pattern VARIABLE = Pattern.compile("[{*?]");

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    private static final class ByBeginning extends RequestMappingHandlerMapping {

        private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo route, HttpServletRequest request) {
            String path = request.getRequestURI();
            boolean isEncoded = path.indexOf('%') >= 0;
            return isEncoded || path.startsWith(beginningOf(route)) ? super.getMatchingMapping(route, request) : null;
        }

        /** Asked for each route at each request: without a lock, which {@code computeIfAbsent} may take. */
        private String beginningOf(RequestMappingInfo route) {
            String known = beginnings.get(route);
            return known != null ? known : beginnings.computeIfAbsent(route, ByBeginning::beginning);
        }

        private static String beginning(RequestMappingInfo route) {
            Set<String> patterns = route.getPatternValues();
            return patterns.size() == 1 ? VARIABLE.split(patterns.iterator().next(), 2)[0] : "";
        }
    }
}
