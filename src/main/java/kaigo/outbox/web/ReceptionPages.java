package kaigo.outbox.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import kaigo.mail.MailAddress;
import kaigo.outbox.Digests;
import kaigo.outbox.Receptions;
import kaigo.outbox.Receptions.Closed;
import kaigo.outbox.rules.ItemState;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 電子で受け取るもの: a municipality says what it takes by this way, so that offices and clinics know before they write (rulings
 * 36), and where it wants to be told that something waits.
 */
@Controller
class ReceptionPages {

    private static final String DONE = "done";

    private final Receptions receptions;
    private final Digests digests;
    private final InstantSource clock;

    ReceptionPages(Receptions receptions, Digests digests, InstantSource clock) {
        this.receptions = receptions;
        this.digests = digests;
        this.clock = clock;
    }

    @GetMapping(ReceptionPage.PATH)
    ModelAndView show(InsurerViewer viewer, Model model) {
        String said = model.getAttribute(DONE) instanceof String text ? text : null;
        return new ModelAndView("outbox/reception", "it", new ReceptionPage(receptions.read(viewer), null, "", said));
    }

    private ModelAndView wrong(InsurerViewer viewer, String what, String typed) {
        ModelAndView again = new ModelAndView(
                "outbox/reception", "it", new ReceptionPage(receptions.read(viewer), what, typed, null));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /**
     * 設定, as it was typed; the day has the name of its interface.
     *
     * @param taken false: not yet
     */
    record Typed(
            String interfaceId,
            boolean taken,
            @Nullable String takenFromP02,
            @Nullable String takenFromP03,
            @Nullable String takenFromP04) {

        String from() {
            String typed = switch (interfaceId) {
                case "P02" -> takenFromP02;
                case "P03" -> takenFromP03;
                default -> takenFromP04;
            };
            return Text.trimBlank(Objects.requireNonNullElse(typed, ""));
        }
    }

    @PostMapping(ReceptionPage.PATH)
    ModelAndView set(InsurerViewer viewer, Typed typed, RedirectAttributes next) {
        if (!ItemState.isJudged(typed.interfaceId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String from = typed.from();
        Optional<LocalDate> day = JapaneseDates.parse(from);
        boolean later = day.filter(Days.of(clock.instant())::isBefore).isPresent();
        if (!typed.taken() && !from.isEmpty() && !later) {
            return wrong(viewer, typed.interfaceId(), from);
        }
        receptions.set(viewer, typed.interfaceId(), typed.taken() ? null : new Closed(day.orElse(null)));
        return done(next);
    }

    /** @param digestAddress empty: no mail any more */
    @PostMapping(ReceptionPage.PATH + "/digest")
    ModelAndView tell(InsurerViewer viewer, @RequestParam String digestAddress, RedirectAttributes next) {
        String address = Text.trimBlank(digestAddress);
        if (!address.isEmpty() && !MailAddress.hasForm(address)) {
            return wrong(viewer, ReceptionPage.ADDRESS, address);
        }
        digests.set(viewer, address);
        return done(next);
    }

    private static ModelAndView done(RedirectAttributes next) {
        next.addFlashAttribute(DONE, ScreenText.text("reception.done"));
        return SeeOther.at(ReceptionPage.PATH);
    }
}
