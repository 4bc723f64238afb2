package kaigo.rollout.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;

/**
 * What the page 「APIで送る（方式①）」 shows: where, with which certificate, and the calls in their order.
 *
 * @param address {@code https://host:port}
 * @param certificates those registered for the insurer
 */
public record ApiPage(URI address, InsurerNumber insurer, List<RegisteredCertificate> certificates, Instant now) {

    /** Before every path of the insurer. */
    public String base() {
        return address + "/v1/insurers/" + insurer.value();
    }

    public String contract() {
        return address + "/openapi/kiban-v1.yaml";
    }

    public String endOf(RegisteredCertificate certificate) {
        return JapaneseDates.both(Days.of(certificate.notAfter()));
    }

    /** The day that stands in the samples. */
    public String today() {
        return Days.of(now).toString();
    }

    /** Name of a file of the samples. */
    public String file(String interfaceId, String processing) {
        String day = today().replace("-", "");
        return "%s_%s_%s_%s090000_001.json".formatted(interfaceId, insurer.value(), processing, day);
    }
}
