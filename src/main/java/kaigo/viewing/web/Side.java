package kaigo.viewing.web;

import java.util.List;
import kaigo.screens.ScreenText;
import kaigo.viewing.Tab;

/** 誰の画面か: an office or a clinic, or the insurer itself, on the same tabs. */
public enum Side {
    OFFICE(UsersPage.PATH, Tab.ofOffice()),
    INSURER(InsuredPages.PATH, Tab.ofInsurer());

    private final String list;
    private final List<Tab> tabs;

    Side(String list, List<Tab> tabs) {
        this.list = list;
        this.tabs = tabs;
    }

    /** Address of the list from which one comes. */
    public String list() {
        return list;
    }

    public List<Tab> tabs() {
        return tabs;
    }

    public String back() {
        return ScreenText.text(this == OFFICE ? "users.back" : "insured.back");
    }
}
