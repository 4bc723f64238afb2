package kaigo.filing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.FilePermit;
import kaigo.access.FilingGate;
import kaigo.access.FilingGate.Trial;
import kaigo.access.FilingPermit;
import kaigo.access.OfficeBar;
import kaigo.access.PersonKey;
import kaigo.cards.CareLevels;
import kaigo.filing.rules.Filing;
import kaigo.filing.rules.FilingCourse;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.FilingServices;
import kaigo.filing.rules.Submission;
import kaigo.insured.ListedChanges;
import kaigo.outbox.Outbox;
import kaigo.outbox.Receptions;
import kaigo.participants.Institutions;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 代行届出: the front door of an office that files for a person. The filing and what tells the municipality of it (P04) are one
 * transaction.
 */
@Component
public class Filings {

    private final FilingGate gate;
    private final FilingStore store;
    private final Outbox outbox;
    private final Receptions receptions;
    private final CareLevels levels;
    private final Institutions institutions;
    private final ListedChanges changes;
    private final InstantSource clock;
    private final FilingServices services = FilingServices.bundled();

    Filings(
            FilingGate gate,
            FilingStore store,
            Outbox outbox,
            Receptions receptions,
            CareLevels levels,
            Institutions institutions,
            ListedChanges changes,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.outbox = outbox;
        this.receptions = receptions;
        this.levels = levels;
        this.institutions = institutions;
        this.changes = changes;
        this.clock = clock;
    }

    /** What was filed of a person; nothing for whoever may not see it. */
    public FilingCourse list(FilePermit permit) {
        return FilingCourse.of(store.list(permit));
    }

    /** Whether this viewer may file for the person now, for a page of that person that it may see. */
    public FilingReply ask(InstitutionViewer viewer, PersonKey person) {
        OfficeBar bar = gate.ask(viewer, person, services::mayFile);
        return bar == null
                ? notTaken(person.insurer()).orElse(FilingReply.of(FilingAnswer.SENT))
                : FilingReply.of(FilingAnswer.of(bar));
    }

    /** The kinds that an office files today, each with whether it does so in its own name; else it is the 委託先 of another. */
    public Map<FilingKind, Boolean> served(InstitutionId office) {
        List<String> codes = institutions.listServices(office, Days.of(clock.instant()));
        Map<FilingKind, Boolean> served = new EnumMap<>(FilingKind.class);
        for (FilingKind kind : FilingKind.values()) {
            if (services.mayFile(codes, kind)) {
                served.put(kind, services.isResponsible(codes, kind));
            }
        }
        return served;
    }

    /**
     * 提出, also 訂正. Throws IllegalArgumentException for a 提出日 to come, or a text that is too long.
     *
     * @param form names the form: whoever is not sure that it arrived sends it again, and it is one filing
     */
    public FilingReply file(InstitutionViewer viewer, PersonKey person, WantedFiling wanted, String form) {
        Instant now = clock.instant();
        if (wanted.filedOn().isAfter(Days.of(now)) || wanted.changeReason().length() > WantedFiling.REASON) {
            throw new IllegalArgumentException("no such filing");
        }
        return reply(person, gate.file(viewer, person, new Act("FILE " + wanted.kind(), form) {
            @Override
            @Nullable
            FilingAnswer wrong(FilingPermit permit) {
                return Filings.this.wrong(permit, wanted);
            }

            @Override
            void send(FilingPermit permit) {
                Filings.this.send(permit, new Sender(viewer, form, now), wanted, false);
            }
        }));
    }

    /** 廃止, by the office that filed or is named (rulings 41). Throws IllegalArgumentException for a day to come. */
    public FilingReply end(InstitutionViewer viewer, PersonKey person, FilingKind kind, LocalDate on, String form) {
        Instant now = clock.instant();
        if (on.isAfter(Days.of(now))) {
            throw new IllegalArgumentException("not yet");
        }
        return reply(person, gate.file(viewer, person, new Act("END " + kind, form) {
            @Override
            @Nullable
            FilingAnswer wrong(FilingPermit permit) {
                Optional<Filing> active = course(permit).active(kind);
                if (active.isEmpty()) {
                    return FilingAnswer.NOTHING_TO_END;
                }
                boolean own = active.get().made().isOf(permit.office().number());
                return own ? null : FilingAnswer.NOT_YOURS;
            }

            @Override
            void send(FilingPermit permit) {
                Submission active = course(permit).active(kind).orElseThrow().made();
                Filings.this.send(permit, new Sender(viewer, form, now), WantedFiling.end(active, on), true);
            }
        }));
    }

    private FilingReply reply(PersonKey person, FilingAnswer answer) {
        return answer == FilingAnswer.NOT_TAKEN
                ? notTaken(person.insurer()).orElse(FilingReply.of(answer))
                : FilingReply.of(answer);
    }

    /** What a filing and its end have in common. */
    private abstract class Act implements Trial<FilingAnswer> {

        private final String name;
        private final String form;

        Act(String name, String form) {
            this.name = name;
            this.form = form;
        }

        abstract @Nullable FilingAnswer wrong(FilingPermit permit);

        abstract void send(FilingPermit permit);

        @Override
        public String act() {
            return name;
        }

        @Override
        public boolean mayServe(List<String> codes) {
            return services.mayFile(codes);
        }

        @Override
        public FilingAnswer barred(OfficeBar bar) {
            return FilingAnswer.of(bar);
        }

        @Override
        public @Nullable FilingAnswer judge(FilingPermit permit) {
            store.takeTurns(permit);
            if (store.isSent(permit, form)) {
                return FilingAnswer.SENT_BEFORE;
            }
            return notTaken(permit.person().insurer()).isPresent() ? FilingAnswer.NOT_TAKEN : wrong(permit);
        }

        @Override
        public FilingAnswer write(FilingPermit permit) {
            send(permit);
            return FilingAnswer.SENT;
        }
    }

    private Optional<FilingReply> notTaken(InsurerNumber insurer) {
        return Optional.ofNullable(receptions.findClosed(insurer, P04Record.INTERFACE, Days.of(clock.instant())))
                .map(closed -> new FilingReply(FilingAnswer.NOT_TAKEN, closed.until()));
    }

    private @Nullable FilingAnswer wrong(FilingPermit permit, WantedFiling wanted) {
        List<String> own = permit.services();
        FilingKind kind = wanted.kind();
        if (!services.mayFile(own, kind)) {
            return FilingAnswer.KIND_NOT_SERVED;
        }
        FilingAnswer office = wrongOffice(permit.office().number(), own, wanted);
        boolean fits = levels.find(permit, wanted.from())
                .filter(level -> !kind.fits(level))
                .isEmpty();
        return office == null && !fits && !permit.hasApplied() ? FilingAnswer.KIND_DOES_NOT_FIT : office;
    }

    /** The office itself is the one that is named, or its 委託先. */
    private @Nullable FilingAnswer wrongOffice(String self, List<String> own, WantedFiling wanted) {
        String delegate = wanted.delegateNumber();
        if (!wanted.officeNumber().equals(self)) {
            boolean delegated = self.equals(delegate) && services.isDelegate(own, wanted.kind());
            return delegated ? null : FilingAnswer.NOT_OWN_OFFICE;
        }
        if (!services.isResponsible(own, wanted.kind())) {
            return FilingAnswer.NOT_OWN_OFFICE;
        }
        boolean wrong =
                delegate != null && (delegate.equals(self) || !wanted.kind().mayBeDelegated());
        return wrong ? FilingAnswer.DELEGATION_NOT_ALLOWED : null;
    }

    private FilingCourse course(FilingPermit permit) {
        return FilingCourse.of(store.list(permit));
    }

    private void send(FilingPermit permit, Sender sender, WantedFiling wanted, boolean ends) {
        Optional<Filing> active = course(permit).active(wanted.kind());
        FiledRecord filed = FiledRecord.of(wanted, ends, active, permit.office().number());
        int number = store.nextNumber(permit);
        long item = outbox.put(permit, permit.person(), P04Record.of(permit, filed, number, sender.at()), sender.at());
        store.add(permit, sender, filed, new FilingStore.Sent(number, item));
        changes.note(permit, List.of(permit.person()));
    }
}
