package kaigo.committee;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kaigo.committee.rules.Change;
import kaigo.committee.rules.PaperCase;

/**
 * 版 of a set of papers.
 *
 * @param cases in the order of 審査順
 * @param changes against the version before, by the case's id; empty of the first
 * @param removed cases of the version before that are not in this one
 */
public record Version(
        int number,
        String sha256,
        int pages,
        String remark,
        Instant publishedAt,
        List<PaperCase> cases,
        Map<Integer, Change> changes,
        List<PaperCase> removed) {

    @Override
    public String toString() {
        return "Version[" + number + "]";
    }
}
