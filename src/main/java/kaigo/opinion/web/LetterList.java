package kaigo.opinion.web;

import kaigo.opinion.Letters.Desk;
import org.jspecify.annotations.Nullable;

/** @param desk null for whoever may not write any */
public record LetterList(@Nullable Desk desk) {}
