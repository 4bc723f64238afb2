package kaigo.keys;

/** 役割ごとのパスワード: one for each login role of the database (settled: owner, application, auditor; superuser for set-up). */
public record RolePasswords(String superuser, String owner, String application, String auditor) {
    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }
}
