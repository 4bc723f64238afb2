package kaigo.access;

import java.util.List;
import java.util.Map;

/**
 * @param total how many rows the list has on all its pages
 * @param waiting how many persons each worklist is about
 */
public record OwnListPage(List<Candidate> rows, int total, Map<OwnListQuery.Only, Integer> waiting) {}
