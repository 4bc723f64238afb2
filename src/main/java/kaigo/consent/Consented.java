package kaigo.consent;

import java.time.LocalDate;
import java.util.List;
import kaigo.access.ConsentReading;
import kaigo.consent.rules.Application;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.ConsentExplanation;
import kaigo.consent.rules.ConsentState;
import kaigo.consent.rules.Consents;
import kaigo.consent.rules.LedgerLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the gate, which has fetched the facts itself. */
@Component
public final class Consented implements ConsentReading {

    @Override
    public boolean isInForce(List<Line> lines, List<Filed> applications, @Nullable LocalDate lostOn, LocalDate day) {
        List<LedgerLine> said = lines.stream().map(Consented::said).toList();
        List<Application> filed = applications.stream()
                .map(one -> new Application(one.filedOn(), one.anew(), one.validTo(), one.endedOn()))
                .toList();
        return Consents.of(said, filed, lostOn).on(day).isInForce();
    }

    private static LedgerLine said(Line line) {
        return new LedgerLine(
                ConsentAct.valueOf(line.act()),
                line.actedOn(),
                line.byForm(),
                line.filedOn(),
                line.heardAt(),
                line.validFrom(),
                line.validTo());
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
