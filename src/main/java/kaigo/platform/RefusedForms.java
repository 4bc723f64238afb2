package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kaigo.access.NotAllowed;
import kaigo.platform.Refusals.Kind;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** 形の誤り: what is refused between the chains and the gate goes on record; others answer it. */
@Component
final class RefusedForms implements HandlerExceptionResolver, Ordered {

    private final Refusals refusals;

    RefusedForms(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Before whoever answers. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        Kind kind = kindOf(exception);
        if (kind != null) {
            refusals.record(request, kind);
        }
        return null;
    }

    private static @Nullable Kind kindOf(Exception exception) {
        return switch (exception) {
            case NotAllowed role -> Kind.ROLE;
            case RequestRejectedException field -> Kind.FIREWALL;
            case HttpRequestMethodNotSupportedException method -> Kind.FORM;
            case HttpMediaTypeNotSupportedException type -> Kind.FORM;
            case ServletRequestBindingException missing -> Kind.FORM;
            case TypeMismatchException mismatch -> Kind.FORM;
            case HttpMessageNotReadableException unread -> Kind.FORM;
            case InvalidParameterException noText -> Kind.FORM;
            default -> null;
        };
    }
}
