package kaigo.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kaigo.generate.DemoCountry;
import kaigo.generate.DemoCountry.DemoInsurer;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Records;
import kaigo.intake.Answer;
import kaigo.intake.Incoming;
import kaigo.intake.Reception;
import kaigo.layout.Form;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
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
    private final Reception reception;
    private final Clock clock;
    private final boolean wanted;

    /** @param wanted false for tests and measurements, which bring their own insurers */
    DemoCountrySeed(
            Insurers insurers, Reception reception, Clock clock, @Value("${kiban.demo.seed:true}") boolean wanted) {
        this.insurers = insurers;
        this.reception = reception;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Before the accounts and certificates of these insurers are made. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void seed() {
        if (wanted && insurers.list().isEmpty()) {
            DemoCountry.of(Days.of(clock.instant())).insurers().forEach(this::seed);
        }
    }

    /** The set-up file is taken while no daily file is: so the dates come after it, as in a real municipality. */
    private void seed(DemoInsurer demo) {
        Insurer preparing = new Insurer(
                demo.number(),
                demo.name(),
                demo.prefecture(),
                demo.loadFrom(),
                null,
                null,
                true,
                Insurer.OutsideJisX0213.MARK,
                false,
                List.of("2.02"));
        insurers.put(preparing);
        demo.members()
                .forEach(member -> insurers.putMember(
                        preparing.number(),
                        member.code().value(),
                        member.name(),
                        demo.population().baseDate()));
        if (demo.population().count() > 0) {
            send(demo);
        }
        insurers.put(preparing.with(demo.dailyFrom(), demo.startedOn()));
    }

    private void send(DemoInsurer demo) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Records records = Records.initial(demo.population());
        MunicipalFiles.write(file, records, Form.CSV);
        InsurerViewer sender = InsurerViewer.staff(
                demo.number(), DemoAccounts.LOGIN, UUID.randomUUID().toString());
        Answer answer = reception.receive(
                sender,
                new Incoming(
                        new ByteArrayInputStream(file.toByteArray()), records.fileName(Form.CSV), Integer.MAX_VALUE));
        if (answer instanceof Answer.Refused refused) {
            throw new IllegalStateException("the fictitious country was refused: " + refused.id());
        }
    }
}
