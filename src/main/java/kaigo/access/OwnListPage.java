package kaigo.access;

import java.util.List;
import java.util.Map;
import kaigo.shared.InsurerNumber;

/**
 * @param insurers of anybody on the whole list, however it is narrowed
 * @param total how many rows the list has on all its pages
 * @param waiting how many persons each worklist is about
 */
public record OwnListPage(
        List<Candidate> rows, int total, Map<OwnListQuery.Only, Integer> waiting, List<InsurerNumber> insurers) {

    OwnListPage only(List<Candidate> found) {
        return new OwnListPage(found, total, waiting, insurers);
    }
}
