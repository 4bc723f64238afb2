package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * 戻り: whoever comes from the provider's site comes without our session's cookie, which is for our own site only
 * (SameSite=Strict). One step within our site, and it is there.
 */
final class BackFromElsewhere extends OncePerRequestFilter {

    private static final String ONCE_MORE = "&own";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PersonSecurity.BACK) || request.getParameter("own") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        String again = HtmlUtils.htmlEscape(
                request.getRequestURI() + '?' + (query == null ? "" : query) + ONCE_MORE,
                StandardCharsets.UTF_8.name());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter()
                .write("<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>サインイン</title>"
                        + "<meta http-equiv=\"refresh\" content=\"0;url=" + again + "\"></head>"
                        + "<body><p><a href=\"" + again + "\">サインインを続ける</a></p></body></html>");
    }
}
