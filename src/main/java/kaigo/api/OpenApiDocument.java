package kaigo.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** API の仕様書: the contract as it is written by hand, on both ports, for everybody. */
@RestController
class OpenApiDocument {

    @GetMapping(path = "/openapi/kiban-v1.yaml", produces = "application/yaml;charset=UTF-8")
    Resource show() {
        return new ClassPathResource("openapi/kiban-v1.yaml");
    }
}
