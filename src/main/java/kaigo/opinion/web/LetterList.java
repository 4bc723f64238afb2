package kaigo.opinion.web;

import kaigo.opinion.LetterDesk.Desk;
import org.jspecify.annotations.Nullable;

/** @param desk null for whoever may not write any */
public record LetterList(@Nullable Desk desk, @Nullable String message) {}
