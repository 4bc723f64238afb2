package kaigo.outbox.web;

import java.time.Instant;
import java.util.List;
import kaigo.outbox.Outbox.Fetched;
import kaigo.paper.PrintedForm;
import kaigo.paper.PrintedForm.Group;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Line;
import kaigo.paper.PrintedForm.Prose;
import kaigo.paper.PrintedForm.Stamp;
import kaigo.paper.PrintedForm.Value;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.screens.Staff;

/** 送付箱の一件の紙: the same lines as on the screen. */
final class ItemPaper {

    /** Characters that stand beside their name; more go below it, across the sheet. */
    private static final int SHORT = 40;

    private ItemPaper() {}

    static PrintedForm of(Fetched fetched, Staff reader, Instant now, String requestId) {
        List<Line> lines = ItemLine.of(fetched).stream()
                .map(line -> line.value().length() <= SHORT
                        ? (Line) new Value(line.name(), line.value())
                        : new Prose(line.name(), line.value()))
                .toList();
        return new PrintedForm(
                new Head(
                        OutboxPage.interfaceName(fetched.item().interfaceId()),
                        ScreenText.text("outbox.paper.mark"),
                        fetched.item().insuredNumber() == null
                                ? ""
                                : ScreenText.text(
                                        "outbox.paper.person", fetched.item().insuredNumber())),
                List.of(new Group(
                        ScreenText.text("outbox.item.title", fetched.item().number()), lines)),
                new Stamp(
                        reader.displayName() + "　" + reader.login(),
                        reader.organisationName() + "　" + reader.organisationNumber(),
                        Moments.show(now),
                        requestId));
    }
}
