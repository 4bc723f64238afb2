package kaigo.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.generate.DemoCountry;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.generate.GeneratedDocuments;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Records;
import kaigo.intake.Answer;
import kaigo.intake.Incoming;
import kaigo.intake.Reception;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 架空の国の読み込み: on an empty database the demo's insurers, and their persons through the real reception. */
@Component
@Profile("demo")
final class DemoCountrySeed {

    private final Insurers insurers;
    private final DemoInstitutions institutions;
    private final Reception reception;
    private final Clock clock;
    private final boolean wanted;
    private @Nullable DemoCountry seeded;

    /** @param wanted false for tests and measurements, which bring their own insurers */
    DemoCountrySeed(
            Insurers insurers,
            DemoInstitutions institutions,
            Reception reception,
            Clock clock,
            @Value("${kiban.demo.seed:true}") boolean wanted) {
        this.insurers = insurers;
        this.institutions = institutions;
        this.reception = reception;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Before the accounts and certificates of these insurers are made; what is beside M01 follows ({@link DemoUsers}). */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void seed() {
        if (wanted && insurers.list().isEmpty()) {
            DemoCountry country = DemoCountry.of(Days.of(clock.instant()));
            institutions.seed(
                    DemoCountry.institutions(), country.insurers().getFirst().prefecture());
            country.insurers().forEach(this::seed);
            seeded = country;
        }
    }

    /** The country, if this start has made it. */
    Optional<DemoCountry> seeded() {
        return Optional.ofNullable(seeded);
    }

    /** The set-up file is taken while no daily file is: so the dates come after it, as in a real municipality. */
    private void seed(DemoInsurer demo) {
        Insurer preparing = Insurer.preparing(demo.number(), demo.name(), demo.prefecture())
                .with(
                        demo.loadFrom(),
                        null,
                        null,
                        demo.loadFrom() == null ? null : demo.population().baseDate());
        insurers.put(preparing);
        demo.members()
                .forEach(member -> insurers.putMember(
                        preparing.number(),
                        member.code().value(),
                        member.name(),
                        demo.population().baseDate()));
        if (demo.population().count() > 0) {
            send(demo, Stream.of(Records.initial(demo.population())));
        }
        insurers.put(preparing.with(demo.dailyFrom(), demo.startedOn()));
    }

    /** All at once, as somebody would drop them on the screen; the claims by the 国保連合会. */
    void send(DemoInsurer demo, Stream<Records> files) {
        String request = UUID.randomUUID().toString();
        List<Records> ofTheCity = new ArrayList<>();
        List<Records> ofTheFederation = new ArrayList<>();
        files.forEach(records -> {
            boolean claims = records.layout().head().direction().equals(Layout.FROM_FEDERATION);
            (claims ? ofTheFederation : ofTheCity).add(records);
        });
        send(InsurerViewer.staff(demo.number(), DemoAccounts.LOGIN, request), ofTheCity);
        send(FederationViewer.of(demo.number(), "kokuho", request).on(demo.number()), ofTheFederation);
    }

    private void send(InsurerViewer sender, List<Records> files) {
        reception.receiveAll(sender, delivery -> {
            for (Records records : files) {
                send(delivery, GeneratedDocuments.handIn(records, pdf -> delivery.keep(new ByteArrayInputStream(pdf))));
            }
        });
    }

    /** NDJSON, in which a record has its sheets with it. */
    private static void send(Reception.Delivery delivery, Records records) {
        if (records.count() == 0) {
            return;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MunicipalFiles.write(file, records, Form.NDJSON);
        Answer answer = delivery.receive(new Incoming(
                new ByteArrayInputStream(file.toByteArray()), records.fileName(Form.NDJSON), Integer.MAX_VALUE));
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException("the fictitious country was refused: " + refused.id());
        }
    }
}
