package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.MemberViewer;
import kaigo.shared.OperatorViewer;
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

/** Gives a screen's handler its viewer: whoever is signed in, with the id of the request. */
@Configuration(proxyBeanMethods = false)
class StaffViewers implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Map<Class<?>, Set<AccountRole>> VIEWERS = Map.of(
            InsurerViewer.class, Set.of(AccountRole.STAFF, AccountRole.VENDOR),
            FederationViewer.class, Set.of(AccountRole.FEDERATION),
            OperatorViewer.class, Set.of(AccountRole.OPERATOR),
            MemberViewer.class, Set.of(AccountRole.MEMBER));

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Staff staff = signedIn();
        return staff != null
                && VIEWERS.getOrDefault(parameter.getParameterType(), Set.of()).contains(staff.role());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Staff staff = Objects.requireNonNull(signedIn());
        String id = RequestIds.of(servlet);
        return switch (staff.role()) {
            case STAFF -> InsurerViewer.staff(new InsurerNumber(staff.organisationNumber()), staff.login(), id);
            case VENDOR -> InsurerViewer.vendor(new InsurerNumber(staff.organisationNumber()), staff.login(), id);
            case FEDERATION -> new FederationViewer(staff.organisationNumber(), staff.login(), id);
            case OPERATOR -> new OperatorViewer(staff.login(), id);
            case MEMBER -> new MemberViewer(new InsurerNumber(staff.organisationNumber()), staff.login(), id);
        };
    }

    private static @Nullable Staff signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Staff staff ? staff : null;
    }
}
