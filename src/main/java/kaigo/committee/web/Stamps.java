package kaigo.committee.web;

import java.time.InstantSource;
import kaigo.paper.ReaderMark;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.MemberViewer;
import org.springframework.stereotype.Component;

/** 閲覧の印 of a 委員. */
@Component
class Stamps {

    private final MemberNames names;
    private final InstantSource clock;
    private final ReaderMark mark = new ReaderMark();

    Stamps(MemberNames names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
    }

    byte[] on(byte[] picture, MemberViewer viewer) {
        String text = ScreenText.text(
                "committee.stamp",
                names.of(viewer.insurer(), viewer.login()),
                viewer.login(),
                Moments.show(clock.instant()));
        return mark.on(picture, text);
    }
}
