package kaigo.viewing.web;

import java.util.List;

/** What is not printed, and why. */
public record RefusedPrint(String handle, List<Refusal> refusals) {}
