package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.intake.FullRecords;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days are days in Japan: they begin and end at its midnight. */
class MidnightTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Instant LAST_SECOND = Instant.parse("2026-11-30T14:59:59Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-30T15:00:00Z");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final InsuredNumber person = InsuredNumber.of(FullRecords.PERSON);

    @BeforeEach
    void one_person() {
        new FullRecords(insurer).person();
    }

    @Test
    void the_last_day_of_viewing_ends_at_midnight() {
        office.verified(insurer, person, DAY);
        assertThat(at(LAST_SECOND).verification()).isEqualTo(Verification.VALID);
        assertThat(at(MIDNIGHT).verification()).isEqualTo(Verification.EXPIRED);
    }

    @Test
    void the_first_day_of_an_insurer_begins_at_midnight() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, DAY.plusDays(1)));
        assertThat(at(LAST_SECOND).started()).isFalse();
        assertThat(at(MIDNIGHT).started()).isTrue();
    }

    private FileFacts at(Instant instant) {
        return TestServer.bean(FileFactStore.class).read(office.viewer(), new PersonKey(insurer, person), instant);
    }
}
