package kaigo.screens;

/** エラー画面の文, by kind of failure. */
public record ErrorText(String title, String text) {

    /** Of a page that is not for this account. */
    public static ErrorText closed() {
        return of("closed");
    }

    public static ErrorText of(int status) {
        return of(
                switch (status) {
                    case 403 -> "refused";
                    case 400, 405, 413, 415, 422 -> "request";
                    case 401, 404 -> "absent";
                    case 429 -> "tooMany";
                    case 503 -> "busy";
                    default -> status < 500 ? "absent" : "failure";
                });
    }

    private static ErrorText of(String kind) {
        return new ErrorText(ScreenText.text("error." + kind + ".title"), ScreenText.text("error." + kind + ".text"));
    }
}
