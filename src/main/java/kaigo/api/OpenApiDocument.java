package kaigo.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** API の仕様書: the contracts as they are written by hand, on both ports, for everybody. */
@RestController
class OpenApiDocument {

    private static final String YAML = "application/yaml;charset=UTF-8";

    /** Of municipalities' systems. */
    @GetMapping(path = "/openapi/kiban-v1.yaml", produces = YAML)
    Resource show() {
        return new ClassPathResource("openapi/kiban-v1.yaml");
    }

    /** Of offices' and clinics' software. */
    @GetMapping(path = "/openapi/reading-v1.yaml", produces = YAML)
    Resource showReading() {
        return new ClassPathResource("openapi/reading-v1.yaml");
    }

    /** Of what that software sends. */
    @GetMapping(path = "/openapi/sending-v1.yaml", produces = YAML)
    Resource showSending() {
        return new ClassPathResource("openapi/sending-v1.yaml");
    }
}
