package kaigo.insured;

import java.time.Instant;
import java.util.List;
import kaigo.insured.rules.LinkStep;
import org.jspecify.annotations.Nullable;

/** 連携できない方の一覧: one page of one kind, and the counts of every kind. */
public record CaseList(CaseCounts counts, List<Row> rows) {

    /** @param step what is to be done next, or null for a lasting state */
    public record Row(
            String insuredNumber,
            String name,
            String nameKana,
            LinkState state,
            boolean residenceException,
            Instant since,
            @Nullable LinkStep step) {}
}
