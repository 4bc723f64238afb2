package kaigo.intake;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import kaigo.intake.rules.InterfaceState;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;

/**
 * インタフェースごとの一日の状況.
 *
 * @param files received on the day, the newest first
 * @param toDo refused records that were not mended since
 */
public record InterfaceDay(String interfaceId, List<ReceivedFile> files, int toDo) {

    /** @param toDo by the number of the receipt */
    static InterfaceDay of(String interfaceId, List<ReceivedFile> day, Map<Long, Integer> toDo) {
        List<ReceivedFile> files = day.stream()
                .filter(file -> file.interfaceId().equals(interfaceId))
                .toList();
        int records = files.stream()
                .mapToInt(file -> toDo.getOrDefault(file.receipt().number(), 0))
                .sum();
        return new InterfaceDay(interfaceId, files, records);
    }

    /** What a 国保連合会 has sent is its to mend. */
    public boolean isOfFederation() {
        return isOfFederation(interfaceId);
    }

    static boolean isOfFederation(String interfaceId) {
        return Layouts.newest(interfaceId).orElseThrow().head().direction().equals(Layout.FROM_FEDERATION);
    }

    public InterfaceState state() {
        return InterfaceState.of(new InterfaceState.Facts(
                files.size(),
                (int) statuses().filter(Status.RECEIVED::equals).count(),
                (int) statuses().filter(Status::isMoving).count(),
                toDo + refused(),
                waiting()));
    }

    public int records() {
        return sum(file -> file.content().records());
    }

    public int registered() {
        return sum(file -> file.progress().normal() + file.progress().warned());
    }

    /** Records with errors that were mended since. */
    public int mended() {
        return sum(file -> file.progress().failed()) - toDo;
    }

    public int waiting() {
        return sum(file -> file.progress().waiting());
    }

    /** Files that were refused after their reception, and not followed by another one. */
    public int refused() {
        return (int) statuses().takeWhile(Status.REFUSED::equals).count();
    }

    private Stream<Status> statuses() {
        return files.stream().map(file -> file.progress().status());
    }

    private int sum(ToIntFunction<ReceivedFile> count) {
        return files.stream().mapToInt(count).sum();
    }
}
