package kaigo.layout;

/** ファイルの形式: CSV and NDJSON for every interface (issue note "interface" 9.3; proposed, ours). */
public enum Form {
    CSV("csv"),
    NDJSON("json");

    private final String extension;

    Form(String extension) {
        this.extension = extension;
    }

    public String extension() {
        return extension;
    }
}
