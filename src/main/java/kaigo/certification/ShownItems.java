package kaigo.certification;

import java.util.List;
import kaigo.layout.Item;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;

/**
 * 認定情報の区分: which items of a certification belong to which kind of information. To none belong who applied and who
 * surveyed, the consent (a fact for the gate), 申請区分(法令) and 合議体番号.
 */
final class ShownItems {

    /** Of every application, also before it is certified (rulings 3). */
    static final List<Item> APPLICATION =
            List.of(M08.PREFECTURE, M08.APPLIED_ON, M08.APPLICATION_TYPE, M08.CERT_STATUS);

    /** 認定調査票, beside its sheets. */
    static final List<Item> SURVEY = List.of(M08.APPLIED_ON, M08.SURVEYED_ON, M08.SURVEY_PLACE_KIND, M08.SURVEY_PLACE);

    /** 主治医意見書, beside its sheet. */
    static final List<Item> OPINION = List.of(M08.APPLIED_ON);

    /** 認定審査会資料: its head, 一次判定, 前回 and 二次判定. */
    static final List<Item> COMMITTEE_SHEET = List.of(
            M08.APPLIED_ON,
            M08.APPLICATION_TYPE,
            M08.INSURED_CATEGORY,
            M08.SPECIFIED_DISEASE,
            M08.JUDGE_VERSION,
            M08.PREV_CARE_LEVEL,
            M08.PREV_VALID_FROM,
            M08.PREV_VALID_TO,
            M08.PRIMARY_ON,
            M08.PRIMARY_RESULT,
            M08.PRIMARY_RESULT_DEMENTIA,
            M08.STANDARD_MINUTES,
            M08.MINUTES_MEAL,
            M08.MINUTES_TOILET,
            M08.MINUTES_MOVING,
            M08.MINUTES_HYGIENE,
            M08.MINUTES_INDIRECT,
            M08.MINUTES_BPSD,
            M08.MINUTES_TRAINING,
            M08.MINUTES_MEDICAL,
            M08.MINUTES_DEMENTIA,
            M08.SCORE1,
            M08.SCORE2,
            M08.SCORE3,
            M08.SCORE4,
            M08.SCORE5,
            M08.WARNING_CODES,
            M08.STABILITY,
            M08.DEMENTIA_PROBABILITY,
            M08.ESTIMATED_BENEFIT,
            M08.CARE_LEVEL,
            M08.CERTIFIED_ON,
            M08.VALID_FROM,
            M08.VALID_TO,
            M08.VALID_MONTHS,
            M08.COMMITTEE_OPINION,
            M08.SERVICE_DESIGNATION,
            M08.COMMITTEE_ON);

    /** Where the person or the family is to be found, in 認定調査票. */
    static final List<Item> PLACES_OF_SURVEY = List.of(
            M08.SURVEY_PLACE,
            M08Overview.POSTAL_CODE,
            M08Overview.ADDRESS,
            M08Overview.PHONE,
            M08Overview.FAMILY_POSTAL_CODE,
            M08Overview.FAMILY_ADDRESS,
            M08Overview.FAMILY_PHONE,
            M08Overview.FACILITY_NAME,
            M08Overview.FACILITY_POSTAL_CODE,
            M08Overview.FACILITY_ADDRESS,
            M08Overview.FACILITY_PHONE);

    /** Likewise in 主治医意見書. */
    static final List<Item> PLACES_OF_OPINION = List.of(M08Opinion.POSTAL_CODE, M08Opinion.ADDRESS, M08Opinion.PHONE);

    private ShownItems() {}
}
