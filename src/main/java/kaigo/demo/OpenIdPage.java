package kaigo.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kaigo.demo.DemoPersons.DemoPerson;

/** What the simulated provider shows: whom one can be, and what it was asked. */
public record OpenIdPage(String redirectUri, String state, String nonce, List<DemoPerson> persons) {

    /** The address by which one is this person. */
    public String as(DemoPerson person) {
        return "/demo/openid/as?person=" + encoded(person.number()) + "&redirect_uri=" + encoded(redirectUri)
                + "&state=" + encoded(state) + "&nonce=" + encoded(nonce);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
