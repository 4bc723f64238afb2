package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kaigo.layout.CodeList;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Requirement;
import org.junit.jupiter.api.Test;

/** Q01 can state every record that a municipality sends, and asks for the parts of its key: no layout file forgets it. */
class StatedInterfacesTest {

    private static final Layout Q01 = Layouts.newest("Q01").orElseThrow();

    @Test
    void its_code_list_names_every_interface_that_a_municipality_registers() {
        CodeList codes = Q01.item("interfaceId").codes();

        assertThat(codes).isNotNull();
        assertThat(codes.labels().keySet()).isEqualTo(interfaces(key -> true));
    }

    @Test
    void the_parts_of_a_key_are_required_where_the_interface_has_them() {
        assertThat(required("insuredNumber")).isEqualTo(interfaces(key -> key.contains("insuredNumber")));
        assertThat(required("historyNo")).isEqualTo(interfaces(key -> key.contains("historyNo")));
        assertThat(required("restKey"))
                .isEqualTo(
                        interfaces(key -> !List.of("insuredNumber", "historyNo").containsAll(key)));
    }

    private static Set<String> required(String item) {
        return switch (Q01.item(item).requirement()) {
            case Requirement.When when -> new TreeSet<>(when.values());
            case Requirement other -> throw new AssertionError(item + " is required " + other);
        };
    }

    private static Set<String> interfaces(Predicate<List<String>> key) {
        return Targets.layouts().stream()
                .filter(layout -> layout.head().direction().startsWith("municipality"))
                .filter(layout -> layout.interfaceId().equals(layout.head().itemsOf()))
                .filter(layout ->
                        key.test(layout.key().stream().map(item -> item.code()).toList()))
                .map(Layout::interfaceId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
