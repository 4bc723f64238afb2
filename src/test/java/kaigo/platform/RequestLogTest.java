package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.DispatcherServlet;

/** What stands in the ordinary log of a request: its id, and no number of a person, though one stands in its path. */
class RequestLogTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_line_bears_the_id_of_its_request_and_the_audit_entry_is_found_by_it() {
        Browser browser = new Browser();
        Logger dispatcher = (Logger) LoggerFactory.getLogger(DispatcherServlet.class);
        dispatcher.setLevel(Level.DEBUG);
        dispatcher.setAdditive(false);
        try {
            Lines lines = new Lines();
            HttpResponse<String> answer = logging(dispatcher, lines, () -> browser.get("/sign-in"));
            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            ILoggingEvent line = lines.list.stream()
                    .filter(one -> id.equals(one.getMDCPropertyMap().get(RequestIds.IN_LOGS)))
                    .findFirst()
                    .orElseThrow();
            var stderr = (ConsoleAppender<ILoggingEvent>) ROOT.getAppender("stderr");
            assertThat(new String(stderr.getEncoder().encode(line), StandardCharsets.UTF_8))
                    .contains("\"requestId\":\"" + id + "\"")
                    .endsWith("\n");
        } finally {
            dispatcher.setAdditive(true);
            dispatcher.setLevel(null);
        }
    }

    @Test
    void a_page_that_is_not_there_leaves_no_number_in_the_log() {
        Browser staff = Browser.of(insurer);
        Lines lines = new Lines();
        HttpResponse<String> answer = logging(ROOT, lines, () -> staff.get("/cases/9000000058/nothing"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(List.copyOf(lines.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("9000000058"));
    }

    @Test
    void what_is_typed_cannot_begin_a_line_of_its_own() {
        Lines lines = new Lines();
        logging(ROOT, lines, () -> {
            ROOT.warn("typed: {}", "x\n{\"level\":\"ERROR\"}\r\u2028y");
            return "";
        });
        var stderr = (ConsoleAppender<ILoggingEvent>) ROOT.getAppender("stderr");
        String written = new String(stderr.getEncoder().encode(lines.list.getFirst()), StandardCharsets.UTF_8);
        assertThat(written.strip()).doesNotContain("\n", "\r").contains("typed: x\\n{\\\"level\\\"");
    }

    /** Takes what belongs to the thread while it is still that thread. */
    private static final class Lines extends ListAppender<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
        }
    }

    private static <T> T logging(Logger logger, Lines lines, Supplier<T> act) {
        lines.start();
        logger.addAppender(lines);
        try {
            return act.get();
        } finally {
            logger.detachAppender(lines);
        }
    }
}
