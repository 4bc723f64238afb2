package kaigo.bench;

import java.util.List;
import java.util.Map;
import kaigo.certification.Certifications;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.util.RawValue;

/** The 調査票 of a person without facts, decision and record: what the gate costs is held against it. Never shipped. */
final class PlainRecords {

    static final String PATH = "/api/v1/bench/";

    private final JdbcClient database;
    private final TransactionTemplate reading;

    private PlainRecords(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Opens the route in a running server. */
    static void open(ApplicationContext context) throws NoSuchMethodException {
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .registerMapping(
                        RequestMappingInfo.paths(PATH + "{insurer}/{insured}")
                                .produces(MediaType.APPLICATION_JSON_VALUE)
                                .build(),
                        new PlainRecords(
                                context.getBean(JdbcClient.class), context.getBean(PlatformTransactionManager.class)),
                        PlainRecords.class.getDeclaredMethod("read", String.class, String.class));
    }

    @ResponseBody
    Map<String, Object> read(@PathVariable("insurer") String insurer, @PathVariable("insured") String insured) {
        String records = reading.execute(status -> database.sql(statement())
                .param("insurer", insurer)
                .param("insured", insured)
                .param("addressOpen", true)
                .param("CERT_SURVEY", true)
                .param("certified", new String[] {"1"})
                .query(String.class)
                .single());
        return Map.of("result", "OK", "data", Map.of("records", new RawValue(records), "refused", List.of()));
    }

    /** The very statement of the room that holds them. */
    static String statement() {
        return Certifications.SURVEYS.text();
    }
}
