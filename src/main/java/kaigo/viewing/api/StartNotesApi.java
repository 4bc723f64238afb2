package kaigo.viewing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.participants.StartNote;
import kaigo.participants.StartNotes;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 利用開始を待つ控え (our extension; rulings 27): a municipality and a reference of the office's own; it wakes on the day of the start. */
@RestController
@RequestMapping(path = "/api/v1/start-notes", produces = MediaType.APPLICATION_JSON_VALUE)
class StartNotesApi {

    private final StartNotes notes;
    private final InstantSource clock;

    StartNotesApi(StartNotes notes, InstantSource clock) {
        this.notes = notes;
        this.clock = clock;
    }

    record NewNote(@Nullable String insurerNumber, @Nullable String reference) {
        @Override
        public String toString() {
            return "NewNote[…]";
        }
    }

    /**
     * @param startsOn 利用開始日, if it is settled
     * @param awake the municipality has started
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Note(
            String id,
            String insurerNumber,
            String reference,
            @Nullable LocalDate startsOn,
            boolean awake) {
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    record Notes(List<Note> notes) {}

    record Made(String id) {}

    record Nothing() {}

    @GetMapping
    Envelope<Notes> list(@AuthenticationPrincipal InstitutionViewer viewer) {
        LocalDate today = Days.of(clock.instant());
        List<Note> rows = notes.list(viewer.institution()).stream()
                .map(note -> note(note, today))
                .toList();
        return Envelope.ok(new Notes(rows), viewer.requestId(), clock.instant());
    }

    private static Note note(StartNote note, LocalDate today) {
        return new Note(
                note.id().toString(), note.insurer().value(), note.reference(), note.startsOn(), note.isAwake(today));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Made> add(@AuthenticationPrincipal InstitutionViewer viewer, @RequestBody NewNote typed) {
        String insurer = Objects.requireNonNullElse(typed.insurerNumber(), "");
        String reference = Objects.requireNonNullElse(typed.reference(), "").strip();
        if (!InsurerNumber.hasForm(insurer)) {
            return Envelope.ng(
                    Fault.of(BusinessError.VALUE_WRONG, "/insurerNumber"), viewer.requestId(), clock.instant());
        }
        if (!StartNotes.isReference(reference)) {
            return Envelope.ng(Fault.of(BusinessError.VALUE_WRONG, "/reference"), viewer.requestId(), clock.instant());
        }
        UUID id = notes.add(viewer, new InsurerNumber(insurer), reference);
        return Envelope.ok(new Made(id.toString()), viewer.requestId(), clock.instant());
    }

    @DeleteMapping("/{id}")
    Envelope<Nothing> remove(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable UUID id) {
        if (!notes.remove(viewer.institution(), id)) {
            throw new ApiRefusal(ApiError.NOT_FOUND);
        }
        return Envelope.ok(new Nothing(), viewer.requestId(), clock.instant());
    }
}
