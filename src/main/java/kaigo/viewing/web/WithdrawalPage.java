package kaigo.viewing.web;

/** 窓口での撤回, of whom and as it was typed. */
public record WithdrawalPage(PersonPage<ConsentView> person, ConsentForm form) {

    @Override
    public String toString() {
        return "WithdrawalPage[…]";
    }
}
