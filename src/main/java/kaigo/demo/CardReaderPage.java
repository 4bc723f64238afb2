package kaigo.demo;

import java.util.List;
import kaigo.demo.DemoPersons.DemoPerson;
import org.jspecify.annotations.Nullable;

/**
 * 模擬の読取り機.
 *
 * @param waiting whether a page waits for a card now
 * @param said what became of the card that was just held
 * @param takenPort the bridge's port, if another program has it
 */
public record CardReaderPage(
        List<DemoPerson> persons,
        boolean waiting,
        @Nullable String said,
        @Nullable String takenPort) {}
