package kaigo.intake;

import java.time.Instant;
import java.util.List;
import kaigo.insured.LinkState;
import kaigo.layout.Finding;
import org.jspecify.annotations.Nullable;

/**
 * 一件の登録結果. Never a value of the record but its key.
 *
 * @param line 元連番
 * @param updateType 更新区分情報 as sent
 * @param linkState PMH連携状態, for M01
 */
public record RecordResult(
        int line,
        @Nullable String insuredNumber,
        @Nullable String historyNo,
        @Nullable String updateType,
        Status status,
        @Nullable LinkState linkState,
        List<Finding> findings,
        Instant at) {}
