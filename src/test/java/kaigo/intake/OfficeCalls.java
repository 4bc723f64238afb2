package kaigo.intake;

import java.util.List;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;

/** The routes by which an office signs in. Those of passkeys need a browser: OfficeJourneyTest reads their entries. */
record OfficeCalls(OfficeBrowser browser, SampleOffice office) {

    static OfficeCalls of(InsurerNumber insurer) {
        SampleOffice office = SampleOffice.near(insurer);
        return new OfficeCalls(OfficeBrowser.with(office.certificate), office);
    }

    Map<String, List<Call>> list() {
        return Map.of(
                "POST " + OfficeBrowser.SIGN_IN,
                List.of(() -> browser.password("wrong"), () -> browser.password(SampleOffice.PASSWORD)),
                "POST " + OfficeBrowser.CODE,
                List.of(() -> browser.code("x"), () -> {
                    browser.password(SampleOffice.PASSWORD);
                    return browser.code(office.code());
                }),
                "POST /office/passkeys",
                List.of(),
                "POST /office/passkeys/remove",
                List.of(() -> OfficeBrowser.of(office).post("/office/passkeys/remove", Map.of("id", "AAAA"))),
                "POST /office/sign-in/passkey",
                List.of());
    }
}
