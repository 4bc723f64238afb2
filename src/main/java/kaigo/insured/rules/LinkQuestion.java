package kaigo.insured.rules;

import java.util.List;

/**
 * 確認の手順: the questions on the way to a link. A question with one choice waits for something to happen. The first five
 * are ①–⑤ of 項目設定時の留意事項 (interface specification 2.02, as quoted in the ministry's briefing); those about a missing
 * number follow the briefing's case of 住所地特例; the others are proposed, ours.
 */
public enum LinkQuestion {
    NUMBER_CORRECT(LinkChoice.CORRECT, LinkChoice.WRONG),
    EXEMPT(LinkChoice.EXEMPT, LinkChoice.NOT_EXEMPT),
    INSURANCE_CHECKABLE(LinkChoice.CHECKABLE, LinkChoice.NOT_CHECKABLE),
    INSURED(LinkChoice.INSURED, LinkChoice.NOT_INSURED),
    JOINED(LinkChoice.JOINED),
    /** The municipality's own 認定申請書 of a person under 住所地特例 may hold the number. */
    OWN_APPLICATION(LinkChoice.FOUND, LinkChoice.NOT_FOUND),
    /** The municipality of the address is asked. */
    MUNICIPALITY_ASKED(LinkChoice.OBTAINED),
    OWN_RECORDS(LinkChoice.FOUND, LinkChoice.NOT_FOUND),
    NUMBER_SOUGHT(LinkChoice.OBTAINED),
    WHICH_NUMBER(LinkChoice.THIS_WRONG, LinkChoice.OTHER_WRONG, LinkChoice.KEEP_THIS, LinkChoice.KEEP_OTHER),
    BIRTH_AND_SEX(LinkChoice.OWN_WRONG, LinkChoice.OWN_RIGHT),
    MEDICAL_INSURER_ASKED(LinkChoice.CORRECTED);

    private final List<LinkChoice> choices;

    LinkQuestion(LinkChoice... choices) {
        this.choices = List.of(choices);
    }

    public List<LinkChoice> choices() {
        return choices;
    }
}
