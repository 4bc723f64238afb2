package kaigo;

import java.util.Set;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the running server, from its own mapping. */
public final class Routes {

    private Routes() {}

    public static Set<RequestMappingInfo> all() {
        return TestServer.bean(DispatcherServlet.class)
                .getWebApplicationContext()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
    }
}
