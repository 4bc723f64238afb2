package kaigo.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import kaigo.generate.CareRecords;
import kaigo.generate.DailyPlan;
import kaigo.generate.DemoCountry;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Records;
import kaigo.intake.Answer;
import kaigo.intake.Incoming;
import kaigo.intake.Reception;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.ProcessingType;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerViewer;
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

    /** Before the accounts and certificates of these insurers are made. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void seed() {
        if (wanted && insurers.list().isEmpty()) {
            DemoCountry country = DemoCountry.of(Days.of(clock.instant()));
            institutions.seed(
                    DemoCountry.institutions(), country.insurers().getFirst().prefecture());
            country.insurers().forEach(demo -> seed(demo, country.asOf()));
        }
    }

    /** The set-up file is taken while no daily file is: so the dates come after it, as in a real municipality. */
    private void seed(DemoInsurer demo, LocalDate today) {
        Insurer preparing = Insurer.preparing(demo.number(), demo.name(), demo.prefecture())
                .with(demo.loadFrom(), null, null, null);
        insurers.put(preparing);
        demo.members()
                .forEach(member -> insurers.putMember(
                        preparing.number(),
                        member.code().value(),
                        member.name(),
                        demo.population().baseDate()));
        if (demo.population().count() > 0) {
            sendSetUp(demo);
        }
        insurers.put(preparing.with(demo.dailyFrom(), demo.startedOn()));
        demo.catchUp(today).ifPresent(plan -> sendChanges(demo, plan));
    }

    private void sendSetUp(DemoInsurer demo) {
        CareRecords care = new CareRecords(demo.population());
        send(demo, Records.initial(demo.population()));
        CareRecords.interfaces(ProcessingType.INITIAL).forEach(id -> send(demo, care.initial(id)));
    }

    /** What happened since 基準日, so that whoever was applying then is not applying for ever. */
    private void sendChanges(DemoInsurer demo, DailyPlan plan) {
        CareRecords care = new CareRecords(demo.population());
        LocalDate since = demo.population().baseDate();
        CareRecords.interfaces(ProcessingType.DAILY).forEach(id -> send(demo, care.daily(id, plan, null, since)));
    }

    /** NDJSON, in which a record has its sheets with it. */
    private void send(DemoInsurer demo, Records records) {
        if (records.count() == 0) {
            return;
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        MunicipalFiles.write(file, records, Form.NDJSON);
        Answer answer = reception.receive(
                sender(demo, records),
                new Incoming(
                        new ByteArrayInputStream(file.toByteArray()),
                        records.fileName(Form.NDJSON),
                        Integer.MAX_VALUE));
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException("the fictitious country was refused: " + refused.id());
        }
    }

    private static InsurerViewer sender(DemoInsurer demo, Records records) {
        String request = UUID.randomUUID().toString();
        boolean ofFederation = records.layout().head().direction().equals(Layout.FROM_FEDERATION);
        return ofFederation
                ? FederationViewer.of(demo.number(), "kokuho", request).on(demo.number())
                : InsurerViewer.staff(demo.number(), DemoAccounts.LOGIN, request);
    }
}
