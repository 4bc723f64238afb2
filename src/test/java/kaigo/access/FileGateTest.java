package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Decision.Ground;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.cards.Cards;
import kaigo.certification.Certifications;
import kaigo.identity.ClientCertificates;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file of one person, as an office gets to see it: from the files of the municipality to the decision and its entry. */
class FileGateTest {

    private static final Set<Kind> ASKED = EnumSet.of(Kind.CARD, Kind.CERT_SURVEY);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final InsuredNumber person = InsuredNumber.of(FullRecords.PERSON);

    private static final PartReader PARTS = TestServer.bean(PartReader.class);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void from_verification_to_consent_and_its_withdrawal() {
        assertThat(look()).isEqualTo(both(Reason.NOT_VERIFIED, Reason.NOT_VERIFIED));
        verifiedUntil(TestServer.TODAY);
        assertThat(look()).isEqualTo(Map.of(Kind.CARD, Ground.VERIFIED, Kind.CERT_SURVEY, Reason.NOT_YET_CERTIFIED));

        records.send("M08", row -> FullRecords.certified(row, "0"));
        assertThat(look().get(Kind.CERT_SURVEY)).isEqualTo(Reason.CONSENT_MISSING);
        records.send("M08", row -> FullRecords.updated(FullRecords.certified(row, "1"), "2"));
        assertThat(look().get(Kind.CERT_SURVEY)).isEqualTo(Ground.VERIFIED_WITH_CONSENT);

        records.send(
                "M09",
                row -> FullRecords.with(
                        FullRecords.with(FullRecords.with(row, "consentType", "3"), "route", "2"),
                        "consentOn",
                        "20261119"));
        assertThat(look()).isEqualTo(Map.of(Kind.CARD, Ground.VERIFIED, Kind.CERT_SURVEY, Reason.CONSENT_MISSING));
    }

    @Test
    void a_past_day_a_stopped_account_and_a_deleted_person_close_it() {
        verifiedUntil(TestServer.TODAY.minusDays(1));
        assertThat(look()).isEqualTo(both(Reason.VIEWING_EXPIRED, Reason.VIEWING_EXPIRED));
        update(
                "update insured.viewing set viewable_until = viewable_until + 1 where insurer_number = ?",
                insurer.value());
        assertThat(look().get(Kind.CARD)).isEqualTo(Ground.VERIFIED);

        update("update identity.institution_account set active = false where number = ?", office.id.number());
        assertThat(look()).isEqualTo(both(Reason.AUTH, Reason.AUTH));
        update("update identity.institution_account set active = true where number = ?", office.id.number());

        TestServer.bean(ClientCertificates.class)
                .revoke(office.id, office.viewer().fingerprint());
        assertThat(look()).as("without its certificate").isEqualTo(both(Reason.AUTH, Reason.AUTH));
        update("update identity.client_certificate set revoked_at = null where holder = ?", office.id.holder());

        records.person("3");
        assertThat(look()).as("as one who never was").isEqualTo(both(Reason.NOT_VERIFIED, Reason.NOT_VERIFIED));
    }

    @Test
    void a_handed_over_password_and_the_office_user_open_nothing_and_an_administrator_sees_no_more() {
        verifiedUntil(TestServer.TODAY);
        Map<Kind, Object> before = look();
        update("update identity.institution_account set administrator = true where number = ?", office.id.number());
        assertThat(look()).isEqualTo(before);
        update(
                "update identity.institution_account set initial_until = timestamptz '2027-01-01 00:00+09' where number = ?",
                office.id.number());
        assertThat(look()).isEqualTo(both(Reason.AUTH, Reason.AUTH));

        office.withOfficeUser();
        InstitutionViewer officeUser = new InstitutionViewer(
                office.id, SampleOffice.OFFICE_USER, viewer().fingerprint(), viewer().requestId());
        assertThat(look(officeUser)).isEqualTo(both(Reason.AUTH, Reason.AUTH));
    }

    @Test
    void an_office_reads_what_was_granted_and_nothing_of_the_rest() {
        records.send("M02", row -> row);
        records.send("M08", row -> FullRecords.certified(row, "0"));
        verifiedUntil(TestServer.TODAY);
        String read = gate().open(
                        viewer(),
                        insurer,
                        person,
                        ASKED,
                        permit -> PARTS.read(permit, Cards.INSURANCE_CARDS, Map.of())
                                + PARTS.read(permit, Certifications.SURVEYS, Map.of()))
                .value();
        assertThat(read).contains("\"issuedOn\":\"2026-08-01\"").endsWith("][]");
    }

    @Test
    void every_look_has_its_entry_and_only_what_left_names_the_person() {
        InstitutionViewer stranger = viewer();
        gate().open(stranger, insurer, person, ASKED, permit -> "");
        assertThat(entry(stranger))
                .isEqualTo(
                        "{} {\"jobs\":[\"CARE_MANAGER\"],\"kinds\":{\"CARD\":\"NOT_VERIFIED\",\"CERT_SURVEY\":\"NOT_VERIFIED\"},\"rule\":\"2026-11-24\","
                                + "\"tried\":\"" + person.value() + "\"}");
        verifiedUntil(TestServer.TODAY);
        InstitutionViewer known = viewer();
        gate().open(known, insurer, person, ASKED, permit -> "");
        assertThat(entry(known)).startsWith("{" + person.value() + "} ").contains("\"CARD\":\"VERIFIED\"");
    }

    @Test
    void a_permit_ends_with_its_look() {
        AtomicReference<FilePermit> kept = new AtomicReference<>();
        gate().open(viewer(), insurer, person, ASKED, permit -> {
            kept.set(permit);
            return permit.shows(Kind.CARD);
        });
        assertThatThrownBy(() -> kept.get().shows(Kind.CARD)).isInstanceOf(IllegalStateException.class);
    }

    private Map<Kind, Object> look() {
        return look(viewer());
    }

    private Map<Kind, Object> look(InstitutionViewer viewer) {
        Map<Kind, Object> words = new java.util.EnumMap<>(Kind.class);
        gate().open(viewer, insurer, person, ASKED, permit -> "").decisions().entrySet().stream()
                .filter(one -> ASKED.contains(one.getKey()))
                .forEach(one -> words.put(
                        one.getKey(),
                        switch (one.getValue()) {
                            case Decision.Allowed allowed -> allowed.ground();
                            case Decision.Refused refused -> refused.reason();
                        }));
        return words;
    }

    private static Map<Kind, Object> both(Reason card, Reason survey) {
        return Map.of(Kind.CARD, card, Kind.CERT_SURVEY, survey);
    }

    private void verifiedUntil(LocalDate day) {
        office.verified(insurer, person, day);
    }

    private InstitutionViewer viewer() {
        return office.viewer();
    }

    private static String entry(InstitutionViewer viewer) {
        return Loads.database()
                .sql("select subjects::text || ' ' || detail from audit.entry where request_id = ?")
                .param(viewer.requestId())
                .query(String.class)
                .single();
    }

    private static void update(String sql, String param) {
        Loads.database().sql(sql).param(param).update();
    }

    private static FileGate gate() {
        return TestServer.bean(FileGate.class);
    }
}
