package kaigo.viewing.web;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import kaigo.layout.Item;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Basic;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;

/** 帳票の区分: where each part of the three forms begins (issue note "certification" 1 and 2). Its title is {@code section.NAME}. */
final class FormSections {

    /** 概況調査. */
    static final List<Map.Entry<String, Item>> OVERVIEW = List.of(
            entry("survey-head", M08Overview.FORM_VERSION),
            entry("survey-person", M08Overview.PAST_CERTIFICATION),
            entry("survey-services", M08Overview.SERVICE_USE),
            entry("survey-home", M08Overview.HOUSEHOLD));

    /** 基本調査. */
    static final List<Map.Entry<String, Item>> BASIC = List.of(
            entry("survey-1", M08Basic.Q1_1_2),
            entry("survey-2", M08Basic.Q2_1),
            entry("survey-3", M08Basic.Q3_1),
            entry("survey-4", M08Basic.Q4_1),
            entry("survey-5", M08Basic.Q5_1),
            entry("survey-6", M08Basic.Q6_1),
            entry("survey-7", M08Basic.Q7_1));

    /** 主治医意見書. */
    static final List<Map.Entry<String, Item>> OPINION = List.of(
            entry("opinion-0", M08Opinion.FORM_VERSION),
            entry("opinion-1", M08Opinion.DIAGNOSES1_NAME),
            entry("opinion-2", M08Opinion.TREATMENT1),
            entry("opinion-3", M08Opinion.DISABILITY),
            entry("opinion-4", M08Opinion.OUTDOOR_WALKING),
            entry("opinion-5", M08Opinion.REMARKS));

    /** 認定審査会資料. */
    static final List<Map.Entry<String, Item>> SHEET = List.of(
            entry("sheet-application", M08.APPLIED_ON),
            entry("sheet-primary", M08.PRIMARY_ON),
            entry("sheet-result", M08.CARE_LEVEL));

    private FormSections() {}
}
