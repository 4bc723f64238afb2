package kaigo.insured.rules;

import java.util.List;
import kaigo.insured.rules.LinkStep.Ask;
import kaigo.insured.rules.LinkStep.End;
import kaigo.layout.ErrorId;

/**
 * 連携できない方の確認の手順: 5.1.4(2)1. ①–⑦ of the interface specification 2.02 for 「中間サーバにマイナンバーが登録されていない」,
 * the briefing's case ① for a number that is missing under 住所地特例 (rulings 33), and our own steps for the rest.
 */
public final class LinkCaseGuide {

    private LinkCaseGuide() {}

    /**
     * What the steps depend on.
     *
     * @param error of the link
     * @param residenceException 住所地特例
     */
    public record Situation(ErrorId error, boolean residenceException) {}

    /** One answered question. */
    public record Answered(LinkQuestion question, LinkChoice choice) {}

    /** The step after these answers. What does not follow from the answers before it (the record changed) is passed over. */
    public static LinkStep next(Situation situation, List<Answered> answers) {
        LinkStep step = first(situation);
        for (Answered answer : answers) {
            if (step instanceof Ask ask
                    && ask.question() == answer.question()
                    && ask.question().choices().contains(answer.choice())) {
                step = after(situation, answer);
            }
        }
        return step;
    }

    private static LinkStep first(Situation situation) {
        return switch (situation.error()) {
            case E5001, E5005 -> new Ask(LinkQuestion.NUMBER_CORRECT);
            case E5002 ->
                new Ask(situation.residenceException() ? LinkQuestion.OWN_APPLICATION : LinkQuestion.OWN_RECORDS);
            case E5003 -> new Ask(LinkQuestion.WHICH_NUMBER);
            default -> new End(LinkEnd.SEND_UPDATE);
        };
    }

    private static LinkStep after(Situation situation, Answered answer) {
        return switch (answer.choice()) {
            case CORRECT ->
                new Ask(situation.error() == ErrorId.E5005 ? LinkQuestion.BIRTH_AND_SEX : LinkQuestion.EXEMPT);
            case WRONG, THIS_WRONG -> new End(LinkEnd.DELETE_THEN_NEW);
            case EXEMPT -> new End(LinkEnd.LEAVE_EXEMPT);
            case NOT_EXEMPT -> new Ask(LinkQuestion.INSURANCE_CHECKABLE);
            case CHECKABLE -> new Ask(LinkQuestion.INSURED);
            case NOT_CHECKABLE -> new End(LinkEnd.LEAVE_UNCONFIRMABLE);
            case NOT_INSURED -> new Ask(LinkQuestion.JOINED);
            case NOT_FOUND ->
                new Ask(situation.residenceException() ? LinkQuestion.MUNICIPALITY_ASKED : LinkQuestion.NUMBER_SOUGHT);
            case OWN_WRONG -> new End(LinkEnd.SEND_CORRECTED);
            case OWN_RIGHT -> new Ask(LinkQuestion.MEDICAL_INSURER_ASKED);
            case OTHER_WRONG -> new End(LinkEnd.MEND_OTHER_THEN_UPDATE);
            case KEEP_THIS -> new End(LinkEnd.DELETE_OTHER_THEN_UPDATE);
            case KEEP_OTHER -> new End(LinkEnd.DELETE_THIS);
            case INSURED, JOINED, FOUND, OBTAINED, CORRECTED, RECORDED -> new End(LinkEnd.SEND_UPDATE);
        };
    }
}
