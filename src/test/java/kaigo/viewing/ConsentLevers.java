package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.ConsentAnswer;
import kaigo.access.FileGate;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.consent.Hearing;
import kaigo.consent.Hearings;
import kaigo.consent.rules.ConsentAct;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** People of a municipality who have agreed, and whose consent comes and goes. */
final class ConsentLevers {

    /** One look in so many goes through the whole server, the others through its gate. */
    static final int BY_HTTP = 50;

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private volatile OfficeSoftware software = OfficeSoftware.of(office);
    private volatile long signedIn = System.nanoTime();
    private final List<PersonKey> persons;
    private LocalDate day = LocalDate.of(2026, 4, 2);
    private int history = 100;

    ConsentLevers(int count) {
        TestServer.start(insurer);
        persons = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new PersonKey(insurer, InsuredNumber.of("%010d".formatted(i))))
                .toList();
        M01File file = new M01File(insurer, "D");
        persons.forEach(one -> file.add("1", one.insured().value(), "", "架空　太郎"));
        Loads.load(insurer, file);
        send("M08", persons, ConsentLevers::certified);
        persons.forEach(one -> office.verified(insurer, one.insured(), LocalDate.of(2027, 2, 28)));
    }

    /** Of each person alone: heard by its office, again and again on the same day. */
    List<Watched> byOffice() {
        return persons.stream()
                .map(person -> new Watched("consent heard by an office", new Lever() {
                    @Override
                    public void open() {
                        hear(person, ConsentAct.GRANT, TestServer.TODAY);
                    }

                    @Override
                    public void close() {
                        hear(person, ConsentAct.WITHDRAW, TestServer.TODAY);
                    }

                    @Override
                    public boolean shows() {
                        return looks(person);
                    }
                }))
                .toList();
    }

    /** Of all these persons at once: withdrawn by a file of the municipality, given by one, or to their office. */
    Watched byMunicipality() {
        return new Watched("consent withdrawn by a file", new Lever() {
            @Override
            public void open() {
                day = day.plusDays(1);
                if (day.getDayOfMonth() % 3 == 0) {
                    persons.forEach(person -> hear(person, ConsentAct.GRANT, day));
                } else {
                    sendConsent("1");
                }
            }

            @Override
            public void close() {
                sendConsent("3");
            }

            /** Each consent is of a day of its own. */
            @Override
            public boolean isUsedUp() {
                return day.equals(TestServer.TODAY);
            }

            @Override
            public boolean shows() {
                return looks(persons.get(ThreadLocalRandom.current().nextInt(persons.size())));
            }
        });
    }

    private boolean looks(PersonKey person) {
        if (ThreadLocalRandom.current().nextInt(BY_HTTP) == 0) {
            String path =
                    "/api/v1/users/" + Handles.of(insurer, person.insured().value()) + "/surveys";
            return software().get(path).body().contains("\"result\":\"OK\"");
        }
        return TestServer.bean(FileGate.class)
                .open(
                        office.viewer(),
                        insurer,
                        person.insured(),
                        EnumSet.of(Kind.CERT_SURVEY),
                        permit -> permit.shows(Kind.CERT_SURVEY))
                .value();
    }

    /** A token lives for an hour, a long run may be longer. */
    private OfficeSoftware software() {
        if (System.nanoTime() - signedIn > HALF_AN_HOUR.toNanos()) {
            signedIn = System.nanoTime();
            software = OfficeSoftware.of(office);
        }
        return software;
    }

    private void hear(PersonKey person, ConsentAct act, LocalDate on) {
        assertThat(TestServer.bean(Hearings.class).hear(office.viewer(), person, new Hearing(act, on, null)))
                .isEqualTo(ConsentAnswer.RECORDED);
    }

    private void sendConsent(String type) {
        history++;
        send("M09", persons, row -> consent(row, type));
    }

    @SuppressWarnings("unchecked")
    private void send(String interfaceId, List<PersonKey> of, UnaryOperator<Row> made) {
        List<UnaryOperator<Row>> rows = new ArrayList<>();
        of.forEach(person -> rows.add(row -> FullRecords.with(
                made.apply(row), "insuredNumber", person.insured().value())));
        assertThat(records.send(interfaceId, rows.toArray(UnaryOperator[]::new)))
                .isNotNull();
    }

    private Row consent(Row row, String type) {
        FullRecords.with(row, "historyNo", String.valueOf(history));
        FullRecords.with(row, "consentType", type);
        FullRecords.with(row, "route", "2");
        FullRecords.with(row, "consentOn", DAY.format(day));
        FullRecords.with(row, "validTo", null);
        return FullRecords.with(row, "validFrom", DAY.format(day));
    }

    private static Row certified(Row row) {
        FullRecords.with(row, "consent", "1");
        FullRecords.with(row, "consentOn", "20260401");
        FullRecords.with(row, "appliedOn", "20260401");
        FullRecords.with(row, "certStatus", "07");
        FullRecords.with(row, "certifiedOn", "20260420");
        FullRecords.with(row, "validFrom", "20260401");
        FullRecords.with(row, "validTo", "20270331");
        return FullRecords.with(row, "careLevel", "21");
    }
}
