package kaigo.identity;

import kaigo.screens.Part;

/** 事業所・医療機関の利用者の種類 (issue note "webservice" 2.1). None of them gives a right to data: that follows from 職種. */
public enum InstitutionRole {
    /** 事業所ユーザ: one of an institution, registers its first 管理者, sees nobody. */
    OFFICE_USER(Part.OFFICE_USER),
    /** 管理者: looks after the accounts of the institution. */
    ADMINISTRATOR(Part.ADMINISTRATOR),
    /** 一般. */
    GENERAL(Part.INSTITUTION);

    private final Part part;

    InstitutionRole(Part part) {
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
