package kaigo.insured.web;

import java.util.List;
import kaigo.insured.LinkCase;
import kaigo.insured.rules.LinkEnd;
import kaigo.insured.rules.LinkQuestion;
import kaigo.insured.rules.LinkStep;
import kaigo.layout.ErrorId;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one case shows.
 *
 * @param person handle of whose it is
 * @param samples records to send at the present step
 * @param municipality name and 全国地方公共団体コード of the address, or null if not known
 * @param receipt 受付番号 of the file whose record the link rests on, or null
 * @param note the field of a lasting state
 * @param overtaken a colleague was faster than the last click
 */
public record CasePage(
        LinkCase linkCase,
        String person,
        List<String> samples,
        @Nullable String municipality,
        @Nullable String receipt,
        Field note,
        boolean overtaken) {

    public @Nullable LinkQuestion question() {
        return linkCase.step() instanceof LinkStep.Ask ask ? ask.question() : null;
    }

    public @Nullable LinkEnd end() {
        return linkCase.step() instanceof LinkStep.End end ? end.end() : null;
    }

    public @Nullable ErrorId error() {
        return linkCase.link() == null ? null : linkCase.link().error();
    }

    public String address(String act) {
        return "/cases/" + person + "/" + act;
    }

    /** 手順の番号 in the interface specification, for the error that it describes. */
    public @Nullable String mark(String step) {
        return error() == ErrorId.E5001
                ? ScreenText.find("case." + step + ".mark").orElse(null)
                : null;
    }

    /** What is known of a question beyond its text, for a person under 住所地特例. */
    public @Nullable String hintOfException(String step) {
        return linkCase.person().residenceException()
                ? ScreenText.find("case." + step + ".exception").orElse(null)
                : null;
    }

    public boolean canTakeBack() {
        return !linkCase.current().isEmpty() && (linkCase.step() != null || linkCase.isLasting());
    }
}
