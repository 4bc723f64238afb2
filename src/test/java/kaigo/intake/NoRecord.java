package kaigo.intake;

import java.util.Map;

/** 記録のない応答: for {@link OneEntryTest}. */
final class NoRecord {

    /** Routes that neither show nor change a record. A new route stands here with its reason, or is called by {@link OneEntryTest}. */
    static final Map<String, String> ROUTES = Map.ofEntries(
            Map.entry("GET /upload", "an empty form, and what was said about the files just sent"),
            Map.entry("GET /sign-in", "an empty form"),
            Map.entry("GET /office/sign-in", "an empty form"),
            Map.entry("GET /office/sign-in/code", "an empty form"),
            Map.entry("ANY /office/certificate", "what is wrong with a certificate"),
            Map.entry("GET /office", "one's own account"),
            Map.entry("GET /office/account", "one's own account"),
            Map.entry("GET /account", "one's own account"),
            Map.entry("GET /office/check", "one's own certificate, institution and account"),
            Map.entry("GET /operator/certificates", "certificates of institutions, nobody's record"),
            Map.entry("GET /office/staff", "accounts of the own institution, nobody's record"),
            Map.entry("GET /office/users/new", "an empty form"),
            Map.entry("GET /office/users/{id}/end", "a question that names nobody"),
            Map.entry("POST /office/users/search", "only an address: the list that it names is a look"),
            Map.entry("POST /insured/search", "only an address: the list that it names is a look"),
            Map.entry("GET /office/users/waiting", "an office's own notes of municipalities"),
            Map.entry("POST /office/users/waiting", "one of them"),
            Map.entry("POST /office/users/waiting/{id}/remove", "one of them"),
            Map.entry("GET /office/staff/new", "an empty form"),
            Map.entry("GET /office/staff/accounts/{login}", "an account of the own institution, nobody's record"),
            Map.entry("GET /office/first-administrator", "an empty form"),
            Map.entry("POST /office/sign-in/passkey/options", "a challenge"),
            Map.entry("GET /demo/certificates", "fictitious certificates"),
            Map.entry("POST /demo/certificates", "one of them"),
            Map.entry("GET /demo/mailbox", "mails of the demo"),
            Map.entry("GET /demo/openid/authorize", "fictitious persons"),
            Map.entry("GET /demo/openid/as", "one of them"),
            Map.entry("POST /demo/openid/token", "between servers"),
            Map.entry("GET /demo/openid/keys", "between servers"),
            Map.entry("GET /my/sign-in", "an empty form"),
            Map.entry("GET /my", "one's own numbers"),
            Map.entry("GET /sign-in/code", "an empty form"),
            Map.entry("GET /committee", "an empty page"),
            Map.entry("POST /sign-in/refused", "only by forward: the try is on record before"),
            Map.entry("ANY /error", "only by forward"),
            Map.entry("GET /openapi/kiban-v1.yaml", "the contract"),
            Map.entry("GET /openapi/reading-v1.yaml", "the contract"),
            Map.entry("GET /api/v1/auth/me", "whose token it is"),
            Map.entry("POST /api/v1/users/card-challenges", "a challenge"),
            Map.entry("GET /api/v1/start-notes", "an office's own notes of municipalities"),
            Map.entry("POST /api/v1/start-notes", "one of them"),
            Map.entry("DELETE /api/v1/start-notes/{id}", "one of them"),
            Map.entry("POST /demo/card-reader/read", "a fictitious card"),
            Map.entry("GET /claims", "an empty form"),
            Map.entry("GET /setup/api", "how to call the API, and with which of its own certificates"),
            Map.entry("GET /records", "an empty form"),
            Map.entry("POST /access-log", "only makes the address of what was typed"),
            Map.entry("POST /records", "only makes the address of what was typed"),
            Map.entry("GET /operator", "states of set-ups, nobody's record"),
            Map.entry("GET /operator/insurers/{number}", "the state of a set-up, nobody's record"),
            Map.entry("GET /interfaces", "the layouts, for everybody"),
            Map.entry("GET /interfaces/{id}", "a layout"),
            Map.entry("GET /interfaces/{id}.schema.json", "a layout"),
            Map.entry("GET /interfaces/errors", "the catalogue of errors"),
            Map.entry("GET /interfaces/files", "the form of files"));

    private NoRecord() {}
}
