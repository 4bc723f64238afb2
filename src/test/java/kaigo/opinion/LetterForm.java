package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.identity.OfficeBrowser;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;

/** 主治医意見書 as an institution types it by its pages, without script. */
public final class LetterForm {

    private static final String LIST = "/office/opinions";
    private static final String REQUESTED = "令和8年11月10日";
    private static final Pattern SAVED = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");

    private LetterForm() {}

    public static String begin(OfficeBrowser browser, InsurerNumber insurer) {
        return begin(browser, insurer, "9000000001");
    }

    public static String begin(OfficeBrowser browser, InsurerNumber insurer, String insured) {
        return begin(browser, insurer, insured, REQUESTED);
    }

    public static String begin(OfficeBrowser browser, InsurerNumber insurer, String insured, String requestedOn) {
        String body = browser.post(LIST + "/new", request(insurer, insured, requestedOn))
                .body();
        Matcher found = Pattern.compile("action=\"(/office/opinions/[0-9a-f-]{36})/act\"")
                .matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return found.group(1);
    }

    /** Whatever has to be said, in all steps. */
    static Map<String, String> whole() {
        Map<String, String> items = new HashMap<>();
        for (LetterStep step : LetterStep.values()) {
            items.putAll(asked(step));
        }
        return items;
    }

    private static Map<String, String> asked(LetterStep step) {
        Map<String, String> items = new HashMap<>();
        for (LayoutItem item : step.items()) {
            if (!item.mayBeAbsent() && item.type() != ItemType.F
                    || List.of("birthDate", "sex").contains(item.code())) {
                items.put(item.code(), sample(item));
            }
            if (item.code().equals("height")) {
                items.put("height", "152.3");
            }
        }
        return items;
    }

    static Map<String, String> request(InsurerNumber insurer) {
        return request(insurer, "9000000001", REQUESTED);
    }

    private static Map<String, String> request(InsurerNumber insurer, String insured, String requestedOn) {
        return Map.of("letterInsurer", insurer.value(), "letterInsured", insured, "letterRequestedOn", requestedOn);
    }

    public static void fillIn(OfficeBrowser browser, String letter) {
        for (LetterStep step : LetterStep.values()) {
            save(browser, letter, step, Map.of());
        }
    }

    /** All of it, of a doctor's hand of 15 November. */
    public static String written(OfficeBrowser browser, InsurerNumber insurer, String insured) {
        String letter = begin(browser, insurer, insured);
        fillIn(browser, letter);
        save(browser, letter, LetterStep.BASIC, Map.of("enteredOn", "20261115"));
        return letter;
    }

    public static void send(OfficeBrowser browser, String letter) {
        act(browser, letter, "CONFIRM");
        act(browser, letter, "SEND");
    }

    /** What is asked for in it, and what the test says. */
    public static String save(OfficeBrowser browser, String letter, LetterStep step, Map<String, String> other) {
        Map<String, String> form = asked(step);
        form.putAll(other);
        Matcher seen = SAVED.matcher(browser.get(letter + "/" + step.number()).body());
        assertThat(seen.find()).isTrue();
        form.put("seen", seen.group(1));
        return browser.post(letter + "/" + step.number(), form).body();
    }

    private static String sample(LayoutItem item) {
        if (item.codes() != null) {
            return item.codes().labels().keySet().iterator().next();
        }
        return switch (item.type()) {
            case D -> "令和8年11月1日";
            case K -> "みほん";
            default -> "見本";
        };
    }

    public static String act(OfficeBrowser browser, String letter, String act) {
        return press(browser, letter, act).body();
    }

    static HttpResponse<String> press(OfficeBrowser browser, String letter, String act) {
        Matcher seen = SAVED.matcher(browser.get(letter).body());
        return browser.post(letter + "/act", Map.of("act", act, "seen", seen.find() ? seen.group(1) : "0"));
    }
}
