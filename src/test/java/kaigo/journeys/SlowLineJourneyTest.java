package kaigo.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.TreeMap;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 細い回線: what has come stays where it is while the rest of the page comes, at either width. */
@Tag("browser")
class SlowLineJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** What moved, and from where to where, once the page is whole. */
    private static final String MOVED = """
            () => new Promise(answer => {
                const moved = [];
                new PerformanceObserver(list => list.getEntries().forEach(entry => entry.sources.forEach(source =>
                    moved.push(`${source.node ? source.node.nodeName + '.' + source.node.className : '?'} `
                        + `${source.previousRect.x},${source.previousRect.y} to ${source.currentRect.x},${source.currentRect.y}`))))
                    .observe({type: 'layout-shift', buffered: true});
                requestAnimationFrame(() => requestAnimationFrame(() => answer(moved.join('; '))));
            })""";

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void nothing_moves_while_a_tab_comes() throws CertificateEncodingException {
        TestServer.start(insurer);
        FullRecords records = new FullRecords(insurer);
        records.person();
        UserJourneyTest.everything(records, "1");
        SampleOffice office = SampleOffice.near(insurer);
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        slowDown(page);
        String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON) + "/";
        Map<String, Object> moved = new TreeMap<>();
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 800);
            for (var tab : kaigo.viewing.Tab.ofOffice()) {
                page.navigate(person + tab.path());
                Object found = page.evaluate(MOVED);
                if (!found.equals("")) {
                    moved.put(tab + " at " + width, found);
                }
            }
        }
        Assertions.assertThat(moved).isEmpty();
    }

    /** 160 kbit/s, 150 ms, a processor of a quarter of the speed: a page comes in many pieces. */
    private static void slowDown(Page page) {
        CDPSession browser = page.context().newCDPSession(page);
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 150);
        line.addProperty("downloadThroughput", 20_000);
        line.addProperty("uploadThroughput", 20_000);
        browser.send("Network.enable");
        browser.send("Network.emulateNetworkConditions", line);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", 4);
        browser.send("Emulation.setCPUThrottlingRate", processor);
    }
}
