package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.demo.DemoAccounts;
import kaigo.demo.DemoPersons;
import kaigo.identity.NewAccount;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;

/** Users of the two sign-ins that have several steps, signed in. */
public final class SampleUsers {

    private SampleUsers() {}

    /** 認定審査会の委員: password, then the code of the newest mail. */
    public static Browser member(InsurerNumber insurer) {
        return member(insurer, "iin");
    }

    /** The same of another name. */
    public static Browser member(InsurerNumber insurer, String login) {
        String mail = login + "@" + insurer.value() + ".example";
        TestServer.bean(DemoAccounts.class).create(NewAccount.member(insurer, login, "見本", mail), "見本");
        Browser browser = Browser.as(insurer, login);
        String code = TestServer.mailsTo(mail).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1");
        browser.post("/sign-in/code", Map.of("code", code, "_csrf", browser.csrf()));
        return browser;
    }

    /** ご本人, by the simulated provider. */
    public static Browser insured(InsurerNumber insurer) {
        String number = insurer.value() + "0009";
        String eleven = "999" + insurer.value() + "09";
        String myNumber = eleven + MyNumber.checkDigit(eleven);
        Loads.load(insurer, new M01File(insurer, "D").add("1", number, myNumber, "架空　太郎"));
        TestServer.bean(DemoPersons.class).add(number, "架空　太郎", myNumber);
        return insuredAgain(insurer);
    }

    /** The same person once more, in another browser. */
    public static Browser insuredAgain(InsurerNumber insurer) {
        String number = insurer.value() + "0009";
        Browser browser = new Browser();
        String choice = browser.get("/my/sign-in/to/kiban").body();
        String back = browser.get(link(choice, "href=\"(/demo/openid/as\\?person=" + number + "[^\"]+)\""))
                .body();
        assertThat(browser.get(link(back, "url=([^\"]+)\"")).body()).contains(number);
        return browser;
    }

    private static String link(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as("no link " + pattern).isTrue();
        return found.group(1).replace("&amp;", "&");
    }
}
