package kaigo.consent;

import java.time.LocalDate;
import kaigo.access.ConsentReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the gate, which has fetched the facts itself. */
@Component
final class Consented implements ConsentReading {

    @Override
    public boolean isInForce(String lines, String applications, @Nullable LocalDate lostOn, LocalDate day) {
        return Course.read(lines, applications, lostOn).on(day).isInForce();
    }
}
