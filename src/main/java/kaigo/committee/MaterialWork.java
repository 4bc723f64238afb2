package kaigo.committee;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.committee.IntakeStore.Came;
import kaigo.committee.IntakeStore.Over;
import kaigo.committee.VersionStore.Of;
import kaigo.documents.Pages;
import kaigo.screens.ScreenText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 審査会資料の処理: takes in what came by M11, and erases what is over. */
@Component
class MaterialWork {

    /** As the audit stream names it. */
    private static final String BY = "job:committee-intake";

    private final Gate gate;
    private final IntakeStore store;
    private final MeetingStore meetings;
    private final Publishing publishing;
    private final Pages pages;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    MaterialWork(
            Gate gate,
            IntakeStore store,
            MeetingStore meetings,
            Publishing publishing,
            Pages pages,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.meetings = meetings;
        this.publishing = publishing;
        this.pages = pages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came since the last look; each set in a transaction of its own. */
    boolean takeIn() {
        long taken = gate.job("committee-intake", UUID.randomUUID().toString(), permit -> {
            List<Came> came = store.listCame(permit, clock.instant());
            came.forEach(one -> {
                transaction.executeWithoutResult(status -> takeIn(permit, one));
                permit.worked(1);
            });
        });
        if (taken > 0) {
            pages.wake();
        }
        return false;
    }

    private void takeIn(JobPermit permit, Came came) {
        meetings.lock(permit, came.insurer(), came.materialNo());
        Optional<Meeting> known = meetings.findByMaterial(permit, came.insurer(), came.materialNo());
        store.find(permit, came).ifPresent(record -> {
            if (!record.deleted()) {
                publishing.publish(permit, came.insurer(), record.draft(), BY);
            } else if (known.isPresent()) {
                Of of = new Of(came.insurer(), known.get().id());
                String reason = ScreenText.text("material.recall.byFile");
                publishing.recall(permit, of, known.get().version(), reason, BY);
                store.taken(permit, of, Objects.requireNonNull(record.draft().revision()));
            }
        });
    }

    /** What is over: notes, levels and pictures go, the PDF with the purge. */
    boolean erase() {
        return gate.job("committee-erase", UUID.randomUUID().toString(), permit -> {
                    Optional<Over> over = store.findOver(permit, clock.instant());
                    over.ifPresent(one -> {
                        transaction.executeWithoutResult(status -> erase(permit, one));
                        permit.worked(1);
                    });
                })
                > 0;
    }

    private void erase(JobPermit permit, Over over) {
        meetings.lock(permit, over.of().insurer(), over.materialNo());
        List<String> documents = store.erase(permit, over.of(), clock.instant());
        if (documents != null) {
            documents.forEach(sha256 -> pages.letGo(permit, over.of().insurer().value(), sha256));
        }
    }
}
