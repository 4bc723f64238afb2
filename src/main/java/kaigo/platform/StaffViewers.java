package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import kaigo.screens.Staff;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a screen's handler its {@link InsurerViewer}: the signed-in member of staff, with the id of the request. */
@Configuration(proxyBeanMethods = false)
class StaffViewers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == InsurerViewer.class && signedIn() != null;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Staff staff = Objects.requireNonNull(signedIn());
        return InsurerViewer.staff(new InsurerNumber(staff.insurerNumber()), staff.login(), RequestIds.of(servlet));
    }

    private static @Nullable Staff signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Staff staff ? staff : null;
    }
}
