package kaigo.consent;

import java.time.LocalDate;
import kaigo.access.ConsentReading;
import kaigo.consent.rules.Application;
import kaigo.consent.rules.ConsentExplanation;
import kaigo.consent.rules.ConsentState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the gate, which has fetched the facts itself. */
@Component
public final class Consented implements ConsentReading {

    @Override
    public boolean isInForce(String lines, String applications, @Nullable LocalDate lostOn, LocalDate day) {
        return Course.read(lines, applications, lostOn).on(day).isInForce();
    }

    @Override
    public Explained explain(String lines, String applications, @Nullable LocalDate lostOn, LocalDate day) {
        ConsentExplanation found =
                ConsentExplanation.of(Course.lines(lines), Course.applications(applications), lostOn, day);
        ConsentState state = found.state();
        return new Explained(
                state.isInForce(),
                state.standing().name(),
                state.since(),
                state.until(),
                found.verdicts().stream().map(Enum::name).toList(),
                found.chain().stream().map(Consented::link).toList());
    }

    private static Link link(Application application) {
        return new Link(application.filedOn(), application.anew(), application.validTo(), application.endedOn());
    }
}
