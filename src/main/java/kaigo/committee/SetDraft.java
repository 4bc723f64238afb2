package kaigo.committee;

import java.time.Instant;
import java.util.List;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料, as it is to be shown from now on.
 *
 * @param materialNo 資料番号
 * @param revision of M11, or null of the screen
 * @param panelNo 合議体番号
 * @param remark the officer's own words on what changed, or empty
 */
public record SetDraft(
        String materialNo,
        @Nullable Integer revision,
        String panelNo,
        Instant plannedAt,
        Viewing viewing,
        Instant openFrom,
        Instant openTo,
        Paper paper,
        String remark,
        List<Cutting.Sent> cases,
        List<Invited> members) {

    SetDraft under(String otherNo) {
        return new SetDraft(
                otherNo, revision, panelNo, plannedAt, viewing, openFrom, openTo, paper, remark, cases, members);
    }

    /** @param sha256 of a document that the insurer has sent */
    public record Paper(String sha256, int pages) {}

    /**
     * 委員.
     *
     * @param login of the account, which may come later
     * @param chair 合議体長
     */
    public record Invited(String login, boolean chair) {}

    @Override
    public String toString() {
        return "SetDraft[" + materialNo + "]";
    }
}
