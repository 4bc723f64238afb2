package kaigo;

import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running server, from its own mapping. */
public final class Routes {

    private Routes() {}

    public static Set<RequestMappingInfo> all() {
        return handlers().keySet();
    }

    /** Each with the method that answers it. */
    public static Map<RequestMappingInfo, HandlerMethod> handlers() {
        return TestServer.bean(DispatcherServlet.class)
                .getWebApplicationContext()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }
}
