package kaigo.screens;

/** エラー画面の文, by kind of failure. */
public record ErrorText(String title, String text) {

    public static ErrorText of(int status) {
        String kind = switch (status) {
            case 403 -> "refused";
            case 400, 405, 413, 415, 422 -> "request";
            case 401, 404 -> "absent";
            case 429 -> "tooMany";
            case 503 -> "busy";
            default -> status < 500 ? "absent" : "failure";
        };
        return new ErrorText(ScreenText.text("error." + kind + ".title"), ScreenText.text("error." + kind + ".text"));
    }
}
