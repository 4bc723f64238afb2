package kaigo.committee.web;

import java.time.Instant;
import java.util.List;
import kaigo.committee.Meeting;

/** @param meetings the newest first */
public record MaterialList(List<Meeting> meetings, Instant now) {}
