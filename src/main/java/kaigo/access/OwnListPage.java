package kaigo.access;

import java.util.List;

/** @param total how many rows the list has on all its pages */
public record OwnListPage(List<Candidate> rows, int total) {}
