package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 利用開始を待つ控え: an office's own, and it wakes on the day of the start. */
class StartNotesTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final OfficeSoftware software = OfficeSoftware.of(SampleOffice.near(insurer));

    @Test
    void a_note_sleeps_until_the_day_of_the_start() {
        startsOn(TestServer.TODAY.plusDays(1));
        String id = add("A-17");
        JsonNode asleep = notes(software).get(0);
        assertThat(asleep.get("startsOn").asString()).isEqualTo("2026-11-21");
        assertThat(asleep.get("awake").asBoolean()).isFalse();
        startsOn(TestServer.TODAY);
        assertThat(notes(software).get(0).get("awake").asBoolean()).isTrue();

        ok(software.delete("/api/v1/start-notes/" + id));
        assertThat(notes(software)).isEmpty();
        assertThat(software.delete("/api/v1/start-notes/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void one_of_a_municipality_without_a_day_or_that_nobody_knows_sleeps() {
        startsOn(null);
        add("A-18");
        ok(software.post("/api/v1/start-notes", Map.of("insurerNumber", "139999", "reference", "B")));
        assertThat(notes(software)).hasSize(2).allSatisfy(note -> {
            assertThat(note.get("awake").asBoolean()).isFalse();
            assertThat(note.has("startsOn")).isFalse();
        });
    }

    @Test
    void another_office_neither_sees_nor_removes_it() {
        String id = add("A-17");
        OfficeSoftware other = OfficeSoftware.of(SampleOffice.second(insurer));
        assertThat(notes(other)).isEmpty();
        assertThat(other.delete("/api/v1/start-notes/" + id).statusCode()).isEqualTo(404);
        assertThat(notes(software)).hasSize(1);
    }

    @Test
    void a_wrong_number_and_a_reference_without_its_form_are_named() {
        var wrong = software.post("/api/v1/start-notes", Map.of("insurerNumber", "12", "reference", "A"));
        assertThat(ng(wrong)).isEqualTo("VALUE_WRONG");
        assertThat(wrong.body()).contains("/insurerNumber");
        for (String reference : new String[] {"", " ", "a\nb", "x".repeat(41)}) {
            var refused = software.post(
                    "/api/v1/start-notes", Map.of("insurerNumber", insurer.value(), "reference", reference));
            assertThat(ng(refused)).isEqualTo("VALUE_WRONG");
            assertThat(refused.body()).contains("/reference");
        }
        assertThat(software.delete("/api/v1/start-notes/x").statusCode()).isEqualTo(400);
    }

    private String add(String reference) {
        return ok(software.post(
                        "/api/v1/start-notes", Map.of("insurerNumber", insurer.value(), "reference", reference)))
                .get("id")
                .asString();
    }

    private static JsonNode notes(OfficeSoftware of) {
        return ok(of.get("/api/v1/start-notes")).get("notes");
    }

    private void startsOn(@Nullable LocalDate day) {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, day));
    }
}
