package kaigo.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 帳票: what is to stand on paper, in its order. Where it is put, is decided by {@link FormPdf}.
 *
 * @param head the form's title and, on every sheet, of whom it is
 * @param groups the parts of the form
 * @param stamp who printed it, where and when: at the foot of every sheet
 */
public record PrintedForm(Head head, List<Group> groups, Stamp stamp) {

    /**
     * @param mark what is said of the form itself, on every sheet: 様式に準じた表示, 確認用写し
     * @param person of whom it is, or null
     */
    public record Head(String title, String mark, @Nullable String person) {}

    /**
     * 区分: a title and its lines.
     *
     * @param isApart it begins a sheet of its own
     */
    public record Group(String title, List<Line> lines, boolean isApart) {

        public Group(String title, List<Line> lines) {
            this(title, lines, false);
        }
    }

    /** One line of a form. */
    public sealed interface Line {
        String name();
    }

    /** 記入欄: a short text; an empty one stays empty on paper. */
    public record Value(String name, String text) implements Line {}

    /** 選択欄: all that could be chosen, as the form has it. */
    public record Choice(String name, List<Option> options) implements Line {}

    public record Option(String label, boolean chosen) {}

    /**
     * 棒: a figure with a bar beside it.
     *
     * @param part of the length that a bar can have, from 0 to 1
     */
    public record Bar(String name, String text, double part) implements Line {}

    /** 記述欄: a text of several lines, across the sheet; it goes on on the next one. */
    public record Prose(String name, String text) implements Line {}

    /** 印刷の記録. */
    public record Stamp(String reader, String office, String at, String requestId) {}

    @Override
    public String toString() {
        return "PrintedForm[" + head.title() + "]";
    }
}
