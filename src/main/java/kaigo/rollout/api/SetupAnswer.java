package kaigo.rollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kaigo.rollout.CountRow;
import kaigo.rollout.SetupView;
import kaigo.rollout.rules.LinkMethod;
import kaigo.rollout.rules.Precondition;
import kaigo.rollout.rules.SetupState;
import org.jspecify.annotations.Nullable;

/**
 * 初期セットアップの状況.
 *
 * @param baseDate 基準日
 * @param startsOn 利用開始日
 * @param method 連携方式
 * @param filesOpen whether files of the set-up are still being registered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetupAnswer(
        SetupState state,
        @Nullable LocalDate baseDate,
        @Nullable LocalDate startsOn,
        @Nullable LinkMethod method,
        List<Condition> preconditions,
        boolean filesOpen,
        List<Count> counts) {

    record Condition(Precondition name, boolean met) {}

    /** @param own 市町村側の件数, left out if nobody entered it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(
            String interfaceId,
            int sent,
            int failed,
            int waiting,
            int registered,
            @Nullable Integer own,
            boolean agrees) {

        static Count of(CountRow row) {
            return new Count(
                    row.held().interfaceId(),
                    row.held().sent(),
                    row.held().failed(),
                    row.held().waiting(),
                    row.held().registered(),
                    row.own(),
                    row.agrees());
        }
    }

    static SetupAnswer of(SetupView view) {
        return new SetupAnswer(
                view.setup().state(),
                view.setup().baseDate(),
                view.setup().startsOn(),
                view.setup().method(),
                Arrays.stream(Precondition.values())
                        .map(one -> new Condition(one, view.setup().met().contains(one)))
                        .toList(),
                view.filesOpen(),
                view.counts().stream().map(Count::of).toList());
    }
}
