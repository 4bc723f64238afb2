package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.identity.OfficeBrowser;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;

/** 請求書 as an institution types it by its page, without script. */
final class ClaimForm {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"");

    private ClaimForm() {}

    static String sentLetter(OfficeBrowser browser, InsurerNumber insurer) {
        String letter = LetterForm.begin(browser, insurer);
        LetterForm.fillIn(browser, letter);
        LetterForm.save(browser, letter, LetterStep.BASIC, Map.of("enteredOn", "20261115"));
        LetterForm.act(browser, letter, "CONFIRM");
        LetterForm.act(browser, letter, "SEND");
        return letter;
    }

    /** What the form shows, with what is typed over it. */
    static Map<String, String> typed(String page, Map<String, String> over) {
        Map<String, String> form = new HashMap<>(Map.of("form", found(FORM, page), "seen", found(SEEN, page)));
        form.putAll(Map.of("place", "1", "turn", "1"));
        for (String name : new String[] {"opinionFee", "tax", "writtenOn", "sentOn", "remarks"}) {
            Matcher value = Pattern.compile("name=\"" + name + "\" type=\"text\" value=\"([^\"]*)\"")
                    .matcher(page);
            if (value.find()) {
                form.put(name, value.group(1));
            }
        }
        form.putAll(over);
        return form;
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    static Map<String, String> with(Map<String, String> form, String button) {
        Map<String, String> pressed = new HashMap<>(form);
        pressed.put(button, "true");
        return pressed;
    }
}
