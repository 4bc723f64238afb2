package kaigo.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import kaigo.generate.DemoCountry;
import kaigo.generate.Records;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.Days;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 見本の本人: whom the simulated provider lets somebody be. */
@Component
@Profile("demo")
public class DemoPersons {

    private static final int SHOWN = 20;

    private final ConcurrentSkipListMap<String, DemoPerson> persons = new ConcurrentSkipListMap<>();
    private final Clock clock;

    DemoPersons(Clock clock) {
        this.clock = clock;
    }

    /** @param pmhKey as the simulated 中間サーバ gives it */
    public record DemoPerson(String number, String name, byte[] pmhKey) {}

    /** A few of the first fictitious city. */
    @EventListener(ApplicationReadyEvent.class)
    void addFirst() {
        DemoCountry country = DemoCountry.of(Days.of(clock.instant()));
        Iterator<Row> rows =
                Records.initial(country.insurers().getFirst().population()).rows();
        for (int i = 0; i < SHOWN && rows.hasNext(); i++) {
            Row row = rows.next();
            String number = row.get(M01.MY_NUMBER);
            if (number != null) {
                add(String.valueOf(row.get(M01.INSURED_NUMBER)), String.valueOf(row.get(M01.NAME)), number);
            }
        }
    }

    public void add(String number, String name, String myNumber) {
        persons.put(number, new DemoPerson(number, name, SimulatedIntermediateServer.key(myNumber)));
    }

    List<DemoPerson> list() {
        return new ArrayList<>(persons.values());
    }

    Optional<DemoPerson> find(String number) {
        return Optional.ofNullable(persons.get(number));
    }
}
