package kaigo.committee.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import kaigo.access.rules.MeetingState;
import kaigo.committee.Material;
import kaigo.committee.Meeting;
import kaigo.committee.Receipt;
import kaigo.committee.Version;
import kaigo.committee.rules.Change;
import kaigo.committee.rules.PaperCase;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料の状態と閲覧の状況.
 *
 * @param viewing 閲覧方式, by its code
 * @param recallReason of one that was called back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MaterialAnswer(
        String materialNo,
        MeetingState state,
        int version,
        String panelNo,
        OffsetDateTime plannedAt,
        String viewing,
        OffsetDateTime openFrom,
        OffsetDateTime openTo,
        OffsetDateTime publishedAt,
        int pages,
        @Nullable String recallReason,
        List<Case> cases,
        List<Read> receipts) {

    /** @param change against the version before; absent of the first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(
            int caseOrder,
            String caseInsurerNumber,
            String insuredNumber,
            int startPage,
            int endPage,
            @Nullable Change change) {

        static Case of(Version version, PaperCase one) {
            return new Case(
                    one.order(),
                    one.person().insurer().value(),
                    one.person().insured().value(),
                    one.startPage(),
                    one.endPage(),
                    version.changes().get(one.id()));
        }
    }

    /** @param levels how many cases the member has entered a level for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            String memberId,
            boolean chair,
            @Nullable OffsetDateTime toldAt,
            @Nullable OffsetDateTime firstOpenedAt,
            @Nullable OffsetDateTime lastOpenedAt,
            @Nullable Integer seenVersion,
            int pagesRead,
            @Nullable OffsetDateTime downloadedAt,
            @Nullable Integer downloadedVersion,
            int levels) {

        static Read of(Receipt one) {
            return new Read(
                    one.login(),
                    one.chair(),
                    ifAny(one.told()),
                    ifAny(one.firstOpenedAt()),
                    ifAny(one.lastOpenedAt()),
                    one.seenVersion(),
                    one.pagesRead(),
                    ifAny(one.downloadedAt()),
                    one.downloadedVersion(),
                    one.levels());
        }
    }

    static MaterialAnswer of(Material material, Instant now) {
        Meeting meeting = material.meeting();
        Version version = material.current();
        return new MaterialAnswer(
                meeting.materialNo(),
                meeting.state(now),
                version.number(),
                meeting.panelNo(),
                japan(meeting.plannedAt()),
                meeting.viewing().code(),
                japan(meeting.openFrom()),
                japan(meeting.openTo()),
                japan(version.publishedAt()),
                version.pages(),
                meeting.recall() == null ? null : meeting.recall().reason(),
                version.cases().stream().map(one -> Case.of(version, one)).toList(),
                material.receipts().stream().map(Read::of).toList());
    }

    private static OffsetDateTime japan(Instant instant) {
        return Days.moment(instant);
    }

    private static @Nullable OffsetDateTime ifAny(@Nullable Instant instant) {
        return instant == null ? null : japan(instant);
    }
}
