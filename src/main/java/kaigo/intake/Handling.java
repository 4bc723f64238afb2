package kaigo.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.RecordRule;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.layout.items.Q01;

/** 扱い: what becomes of the records of a received file (docs/decisions/0011). */
public sealed interface Handling {

    /** What the item table cannot say about one record. */
    RecordRule rule();

    /** 登録: they go into the register. */
    record Register(Target target) implements Handling {
        @Override
        public RecordRule rule() {
            return target.rule();
        }
    }

    /** 突合 (Q01): they are compared with the register, and change nothing. */
    record Compare() implements Handling {
        public static final String INTERFACE = Q01.INTERFACE_ID.interfaceId();

        /** What names a record of any interface, in the columns of {@code intake.stated}. */
        static final List<Column> KEY = List.of(
                new Column("interface", Q01.INTERFACE_ID),
                new Column("insured_number", Q01.INSURED_NUMBER),
                new Column("history_no", Q01.HISTORY_NO),
                new Column("rest_key", Q01.REST_KEY));

        @Override
        public RecordRule rule() {
            return RecordRule.NONE;
        }
    }

    /** Empty for an interface that is not received. */
    static Optional<Handling> find(String interfaceId) {
        return interfaceId.equals(Compare.INTERFACE)
                ? Optional.of(new Compare())
                : Targets.find(interfaceId).map(Register::new);
    }

    /** The layouts of all interfaces that are received, every version that the program carries. */
    static List<Layout> layouts() {
        return Stream.concat(
                        Targets.layouts().stream(),
                        Layouts.all().stream()
                                .filter(layout -> layout.interfaceId().equals(Compare.INTERFACE)))
                .toList();
    }
}
