package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kaigo.screens.Page;

/**
 * 入力: what was typed into a form that says that it may be kept; never a password.
 *
 * @param title of the page where it was typed
 * @param path where it is to be sent
 */
record TypedForm(String title, String path, Map<String, List<String>> fields) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<String> NOT_TYPED = Set.of(Page.CSRF_FIELD, Page.KEEP_FIELD, Page.KEPT_FIELD);
    private static final Pattern SECRET = Pattern.compile("(?i).*password.*");
    private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9_-][A-Za-z0-9/_-]*");
    private static final int LONGEST = 60_000;

    /**
     * @param notTyped what of the request's parameters is not of the form
     * @return empty also if it is too long
     */
    static Optional<TypedForm> of(HttpServletRequest request, String path, Set<String> notTyped) {
        String title = request.getParameter(Page.KEEP_FIELD);
        if (title == null || !OWN_PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)
                    && !notTyped.contains(name)
                    && !SECRET.matcher(name).matches()) {
                fields.put(name, List.of(values));
            }
        });
        return Optional.of(new TypedForm(title, path, fields)).filter(form -> form.length() <= LONGEST);
    }

    private int length() {
        int values = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(value -> value.length() + 1)
                .sum();
        return title.length()
                + values
                + fields.keySet().stream().mapToInt(String::length).sum();
    }

    boolean isOf(String otherPath, String otherTitle) {
        return path.equals(otherPath) && title.equals(otherTitle);
    }

    @Override
    public String toString() {
        return "TypedForm[" + path + "]";
    }
}
