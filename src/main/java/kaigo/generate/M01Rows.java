package kaigo.generate;

import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;

/** 介護被保険者番号等情報のレコード of a fictitious person. */
final class M01Rows {
    static final Layout LAYOUT = Layouts.newest(M01.NAME.interfaceId()).orElseThrow();

    private M01Rows() {}

    static Row of(Person person, UpdateType type) {
        Row row = LAYOUT.newRow(0);
        row.set(M01.UPDATE_TYPE, type.code());
        row.set(M01.INSURER_NUMBER, person.insurerNumber());
        row.set(M01.INSURED_NUMBER, person.insuredNumber());
        row.set(M01.SOURCE_UPDATED_AT, person.updatedAt());
        row.set(M01.MY_NUMBER, person.myNumber());
        row.set(M01.NAME, person.name().text());
        row.set(M01.NAME_KANA, person.name().kana());
        row.set(M01.ALIAS_NAME, person.name().alias());
        row.set(M01.BIRTH_DATE, person.birth().date());
        row.set(M01.BIRTH_DATE_UNKNOWN, person.birth().date() == null);
        row.set(M01.BIRTH_DATE_TEXT, person.birth().text());
        row.set(M01.SEX, person.sex().code());
        row.set(M01.FORMER_INSURED_NUMBER, person.formerInsuredNumber());
        address(person, row);
        qualification(person.qualification(), row);
        return row;
    }

    private static void address(Person person, Row row) {
        Person.Address address = person.address();
        row.set(M01.POSTAL_CODE, address.postalCode());
        row.set(M01.ADDRESS, address.text());
        row.set(M01.ADDRESS_DETAIL, address.detail());
        row.set(M01.ADDRESS_MUNICIPALITY, address.municipality());
        row.set(M01.PROTECTION_FLAG, address.hidden());
        row.set(M01.RESIDENCE_EXCEPTION, person.facilityInsurer() == null ? "1" : "2");
        row.set(M01.FACILITY_INSURER, person.facilityInsurer());
    }

    private static void qualification(Person.Qualification qualification, Row row) {
        row.set(M01.INSURED_CATEGORY, qualification.category().code());
        row.set(M01.QUALIFIED_FROM, qualification.from());
        row.set(M01.QUALIFIED_REASON, qualification.reason());
        row.set(M01.LOST_ON, qualification.lostOn());
        row.set(M01.LOST_REASON, qualification.lostReason());
    }
}
