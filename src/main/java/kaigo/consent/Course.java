package kaigo.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.consent.rules.Application;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.Consents;
import kaigo.consent.rules.LedgerLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** 同意の経過 of a person, from what the rooms publish. */
record Course(PersonKey person, Consents consents) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A row of {@code consent.facts}. */
    private record Line(
            ConsentAct act,
            @JsonProperty("acted_on") LocalDate actedOn,
            @JsonProperty("by_form") boolean byForm,
            @JsonProperty("filed_on") @Nullable LocalDate filedOn,
            @JsonProperty("heard_at") @Nullable OffsetDateTime heardAt,
            @JsonProperty("valid_from") @Nullable LocalDate validFrom,
            @JsonProperty("valid_to") @Nullable LocalDate validTo) {

        LedgerLine said() {
            return new LedgerLine(
                    act, actedOn, byForm, filedOn, heardAt == null ? null : heardAt.toInstant(), validFrom, validTo);
        }
    }

    /** A row of {@code certification.facts}. */
    private record Filed(
            @JsonProperty("filed_on") LocalDate filedOn,
            boolean anew,
            @JsonProperty("valid_to") @Nullable LocalDate validTo,
            @JsonProperty("ended_on") @Nullable LocalDate endedOn) {

        Application application() {
            return new Application(filedOn, anew, validTo, endedOn);
        }
    }

    /**
     * @param lines rows of {@code consent.facts} of one person, a JSON array
     * @param applications rows of {@code certification.facts}, likewise
     * @param lostOn 資格喪失日
     */
    static Consents read(String lines, String applications, @Nullable LocalDate lostOn) {
        return Consents.of(lines(lines), applications(applications), lostOn);
    }

    static List<LedgerLine> lines(String json) {
        return Stream.of(JSON.readValue(json, Line[].class)).map(Line::said).toList();
    }

    static List<Application> applications(String json) {
        return Stream.of(JSON.readValue(json, Filed[].class))
                .map(Filed::application)
                .toList();
    }
}
