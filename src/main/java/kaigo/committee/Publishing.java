package kaigo.committee;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Permit;
import kaigo.committee.Meeting.Recall;
import kaigo.committee.MeetingStore.Publication;
import kaigo.committee.VersionStore.Of;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.PaperCase;
import kaigo.documents.Pages;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 公開: what screen, API and M11 do alike. Each act is one transaction, with the mails that tell of it. */
@Component
class Publishing {

    private final MeetingStore meetings;
    private final VersionStore versions;
    private final MeetingNoticeStore notices;
    private final Pages pages;
    private final InstantSource clock;

    Publishing(
            MeetingStore meetings,
            VersionStore versions,
            MeetingNoticeStore notices,
            Pages pages,
            InstantSource clock) {
        this.meetings = meetings;
        this.versions = versions;
        this.notices = notices;
        this.pages = pages;
        this.clock = clock;
    }

    /** A new set, or a new version of the one with this 資料番号: nothing is overwritten. Part of the caller's transaction. */
    UUID publish(Permit permit, InsurerNumber insurer, SetDraft draft, String by) {
        Instant now = clock.instant();
        meetings.lock(permit, insurer, draft.materialNo());
        Optional<Meeting> known = meetings.findByMaterial(permit, insurer, draft.materialNo());
        Of of = new Of(insurer, known.map(Meeting::id).orElseGet(UUID::randomUUID));
        int version = known.map(Meeting::version).orElse(0) + 1;
        List<PaperCase> before = versions.listCases(permit, of, version - 1);
        pages.ask(permit, insurer, draft.paper().sha256());
        meetings.put(permit, of, version, draft);
        meetings.addVersion(permit, of, version, draft, new Publication(now, by));
        Cutting.cut(draft.cases(), draft.paper().pages(), before)
                .forEach(one -> meetings.addCase(permit, of, version, one));
        meetings.invite(permit, of, draft.members());
        notices.published(permit, of, version, draft.openFrom().isAfter(now) ? draft.openFrom() : now);
        return of.meeting();
    }

    /** 取戻し. Part of the caller's transaction. @return whether there was something to be recalled */
    boolean recall(Permit permit, Of of, int version, String reason, String by) {
        Instant now = clock.instant();
        boolean done = meetings.recall(permit, of, new Recall(now, reason), by);
        if (done) {
            notices.recalled(permit, of, version, now);
        }
        return done;
    }
}
