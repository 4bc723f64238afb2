package kaigo.consent.rules;

/** 同意の行為, in the order in which one outweighs another on the same day (rulings 20). */
public enum ConsentAct {
    /** 同意. */
    GRANT,
    /** 同意しない. */
    REFUSE,
    /** 撤回. */
    WITHDRAW
}
