package kaigo.journeys;

import com.microsoft.playwright.Page;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 細い回線: what has come stays where it is while the rest of the page comes, wherever the line stops, at either width. */
@Tag("browser")
class SlowLineJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** The page written anew piece by piece, a tag or a text each: what moved that was seen, by which piece, from where to where. */
    private static final String MOVED = """
            async () => {
                const whole = await (await fetch(location.href)).text();
                const [, head, body] = whole.match(/^(.*?<\\/head>)(.*)$/s);
                document.open();
                document.write(head.replace(/<script.*?<\\/script>/g, ''));
                const styled = document.querySelector('[rel=stylesheet]');
                if (!styled.sheet) {
                    await new Promise((done, failed) => { styled.onload = done; styled.onerror = failed; });
                }
                const places = new Map(), moved = [];
                for (const piece of body.match(/<[^>]*>|[^<]+/g).filter(one => one.trim())) {
                    document.write(piece);
                    const walk = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
                    while (walk.nextNode()) {
                        const node = walk.currentNode, range = document.createRange();
                        range.selectNodeContents(node);
                        const now = (node.data ? range : node).getClientRects()[0];
                        if (!now?.width || !now.height || now.top > innerHeight
                            || !(node.data ? node.parentElement : node).checkVisibility({visibilityProperty: true})) {
                            continue;
                        }
                        const before = places.get(node);
                        places.set(node, now);
                        if (before && Math.max(Math.abs(before.x - now.x), Math.abs(before.y - now.y)) >= 3) {
                            moved.push(`${piece} moved ${node.nodeName} ${node.textContent.trim().slice(0, 20)}: `
                                + `${before.x},${before.y} to ${now.x},${now.y}`);
                        }
                    }
                }
                document.close();
                return moved.join('; ');
            }""";

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void nothing_moves_while_a_page_comes() throws CertificateEncodingException {
        TestServer.start(insurer);
        FullRecords records = new FullRecords(insurer);
        records.person();
        UserJourneyTest.everything(records, "1");
        SampleOffice office = SampleOffice.near(insurer);
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON) + "/";
        List<String> paths = Stream.concat(
                        Stream.of("/office", "/office/users", "/office/users/new"),
                        Tab.ofOffice().stream().map(tab -> person + tab.path()))
                .toList();
        Map<String, Object> moved = new TreeMap<>();
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 800);
            for (String path : paths) {
                page.navigate(path);
                Object found = page.evaluate(MOVED);
                if (!found.equals("")) {
                    moved.put(path + " at " + width, found);
                }
            }
        }
        Assertions.assertThat(moved).isEmpty();
    }
}
