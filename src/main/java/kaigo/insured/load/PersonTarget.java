package kaigo.insured.load;

import java.util.List;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.layout.items.M01;

/** 介護被保険者番号等情報 (M01) → {@code insured.person}. マイナンバー has no column here. */
public final class PersonTarget {

    public static final Target TARGET = new Target(
            "M01",
            "insured.person",
            List.of(new Column("insured_number", M01.INSURED_NUMBER)),
            List.of(
                    new Column("name", M01.NAME),
                    new Column("name_kana", M01.NAME_KANA),
                    new Column("alias_name", M01.ALIAS_NAME),
                    new Column("birth_date", M01.BIRTH_DATE),
                    new Column("birth_date_unknown", M01.BIRTH_DATE_UNKNOWN),
                    new Column("birth_date_text", M01.BIRTH_DATE_TEXT),
                    new Column("sex", M01.SEX),
                    new Column("postal_code", M01.POSTAL_CODE),
                    new Column("address", M01.ADDRESS),
                    new Column("address_detail", M01.ADDRESS_DETAIL),
                    new Column("insured_category", M01.INSURED_CATEGORY),
                    new Column("qualified_from", M01.QUALIFIED_FROM),
                    new Column("qualified_reason", M01.QUALIFIED_REASON),
                    new Column("lost_on", M01.LOST_ON),
                    new Column("lost_reason", M01.LOST_REASON),
                    new Column("residence_exception", M01.RESIDENCE_EXCEPTION),
                    new Column("facility_insurer", M01.FACILITY_INSURER),
                    new Column("address_municipality", M01.ADDRESS_MUNICIPALITY),
                    new Column("protection", M01.PROTECTION_FLAG),
                    new Column("former_insured_number", M01.FORMER_INSURED_NUMBER)),
            List.of(),
            List.of(),
            new PersonRule());

    private PersonTarget() {}
}
