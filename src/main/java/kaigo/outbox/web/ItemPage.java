package kaigo.outbox.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kaigo.outbox.OutboxAnswer;
import kaigo.outbox.OutboxItem;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * 送付箱の一件, with what can be answered now.
 *
 * @param form reason and remark of a 差戻し, as they were typed
 * @param problem why an answer was not taken, or null
 * @param missing characters that no PDF can show, named; empty before somebody asks for one
 */
public record ItemPage(
        OutboxItem item,
        List<ItemLine> lines,
        Form form,
        @Nullable String problem,
        List<String> missing,
        @Nullable String message) {

    /** @param reason NAME of a {@link ReturnReason}, or empty */
    public record Form(
            String reason,
            String remark,
            @Nullable String reasonWrong,
            @Nullable String remarkWrong) implements Serializable {

        static final Form EMPTY = new Form("", "", null, null);

        public Field remarkField() {
            Field field =
                    Field.optional("remark", "textarea", OutboxAnswer.REMARK).filled(remark);
            return remarkWrong == null ? field : field.wrong(remarkWrong);
        }

        public Field reasonField() {
            Field field = Field.of("reason", "select", 0).filled(reason);
            return reasonWrong == null ? field : field.wrong(reasonWrong);
        }

        boolean isWrong() {
            return reasonWrong != null || remarkWrong != null;
        }
    }

    public boolean isWrong() {
        return problem != null || form.isWrong();
    }

    public List<Field> fields() {
        return List.of(form.reasonField(), form.remarkField());
    }

    /** What changes its state now. */
    private Stream<Answer> answers() {
        return Arrays.stream(Answer.values())
                .filter(answer -> item.state()
                        .after(answer, item.interfaceId())
                        .filter(next -> next != item.state())
                        .isPresent());
    }

    public boolean can(Answer answer) {
        return answers().anyMatch(answer::equals);
    }

    public List<ReturnReason> reasons() {
        return List.of(ReturnReason.values());
    }

    public boolean isJudged() {
        return ItemState.isJudged(item.interfaceId());
    }

    @Override
    public String toString() {
        return "ItemPage[" + item.number() + "]";
    }
}
