package kaigo.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.insured.load.PersonTarget;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Target;

/** 登録先の一覧: every interface that can be registered. Adding one here is the last step of adding an interface. */
public final class Targets {

    private static final Map<String, Target> BY_INTERFACE =
            Stream.of(PersonTarget.TARGET).collect(Collectors.toMap(Target::interfaceId, Function.identity()));

    private Targets() {}

    /** The layouts of these interfaces, every version that the program carries. */
    public static List<Layout> layouts() {
        return Layouts.all().stream()
                .filter(layout -> BY_INTERFACE.containsKey(layout.interfaceId()))
                .toList();
    }

    public static Optional<Target> find(String interfaceId) {
        return Optional.ofNullable(BY_INTERFACE.get(interfaceId));
    }
}
