package kaigo.identity;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator types, and what a page shows of it. */
final class StaffForms {

    static final String ONE = "/office/staff/accounts/";

    private StaffForms() {}

    static Map<String, String> form(String login, String name) {
        Map<String, String> form = new HashMap<>();
        form.put("login", login);
        form.put("displayName", name);
        form.put("mail", login + "@kiban.example");
        form.put("jobs", "MEDICAL_CLERK");
        form.put("careManager", "");
        form.put("role", "GENERAL");
        form.put("form", "form-" + login);
        return form;
    }

    /** Which state of the account the page of it shows. */
    static String seen(OfficeBrowser administrator, String login) {
        return found(
                "name=\"seen\" value=\"([0-9]+)\"",
                administrator.get(ONE + login).body());
    }

    /** 仮パスワード. */
    static String handed(HttpResponse<String> page) {
        return found("class=\"handed\">([^<]+)<", page.body());
    }

    static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError("not on the page: " + pattern);
        }
        return found.group(1);
    }
}
