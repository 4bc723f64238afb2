package kaigo.opinion.web;

import java.util.List;
import kaigo.opinion.Letter;
import org.jspecify.annotations.Nullable;

/** @param letters null for whoever may not write any */
public record LetterList(@Nullable List<Letter> letters) {}
