package kaigo.viewing.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kaigo.intake.FullRecords;
import kaigo.layout.Row;

/** Records as they are in practice, of a person who does not exist: what an image of a form is looked at with. */
final class SampleForms {

    /** 特記事項 of one item: two of them do not fit onto a sheet. */
    static final String LONG_NOTE = IntStream.rangeClosed(1, 20)
            .mapToObj(i -> "（聞き取り" + i + "）「家に帰る」と言って玄関に向かうことが週に数回ある。夕方に多く、家族が声をかけて一緒に庭を歩くと落ち着く。"
                    + "一人で外に出て近所の方に送られてきたことが、この一か月に一度あった。")
            .collect(Collectors.joining());

    private SampleForms() {}

    static Row certification(Row row, String opinionForm) {
        FullRecords.certified(row, "1");
        put(row, """
                applicationType=2 surveyedOn=20261008 surveyPlaceKind=2 surveyPlace=架空病院 surveyor=架空　調子
                judgeVersion=2021 prevCareLevel=13 prevValidFrom=20241101 prevValidTo=20261031 insuredCategory=1
                primaryOn=20261020 primaryResult=21 primaryResultDementia=21 standardMinutes=456 minutesMeal=34
                minutesToilet=82 minutesMoving=48 minutesHygiene=96 minutesIndirect=71 minutesBpsd=63
                minutesTraining=42 minutesMedical=20 minutesDementia=0 score1=723 score2=816 score3=654 score4=902
                score5=437 warningCodes=0227 stability=1 dementiaProbability=6230 estimatedBenefit=1
                validMonths=12 committeeOn=20261028""");
        FullRecords.with(row, "specifiedDisease", null);
        FullRecords.with(row, "serviceDesignation", null);
        FullRecords.with(row, "committeeOpinion", "認知症の進行により状態が変わることがあるため、有効期間を12か月とする。");
        row.sheet(row.layout().sheet("overview")).forEach(SampleForms::overview);
        row.sheet(row.layout().sheet("basic"))
                .forEach(one -> put(
                        one,
                        "q1_1_2=1 q1_1_4=1 q1_7=2 q1_9=3 q1_10=2 q2_4=2 q3_4=2 q4_8=3 q5_2=3 q6_12=1 q7_1=5 q7_2=3"));
        row.sheet(row.layout().sheet("opinion")).forEach(one -> opinion(one, opinionForm));
        Row first = row.sheet(row.layout().sheet("notes")).getFirst();
        note(first, "1", "1-1", "左の上下肢に脳梗塞後の麻痺があり、挙上を保てない。");
        note(row.addTo(row.layout().sheet("notes")), "1", "1-10", "背中と足先は、家族が洗っている。");
        note(row.addTo(row.layout().sheet("notes")), "4", "4-8", LONG_NOTE);
        note(row.addTo(row.layout().sheet("notes")), "4", "4-9", LONG_NOTE);
        return row;
    }

    private static void note(Row row, String block, String number, String text) {
        FullRecords.with(row, "block", block);
        FullRecords.with(row, "itemNo", number);
        FullRecords.with(row, "text", text);
    }

    private static void overview(Row row) {
        put(row, """
                surveyTime=1030 pastCertification=2 prevCertifiedOn=20241020 prevResult=13 nameKana=カクウ　タロウ
                name=架空　太郎 birthDate=19340611 age=92 postalCode=8700001 address=大分県大分市架空町1-2-3
                phone=097-000-0001 familyPostalCode=8700002 familyAddress=大分県大分市架空町4-5 familyPhone=097-000-0002
                familyName=架空　花子 familyRelation=長女 serviceUse=2 facilityKind=07 facilityName=架空病院
                facilityPostalCode=8700003 facilityAddress=大分県大分市架空町6 facilityPhone=097-000-0003 household=2
                homeHelp=8 dayService=12 equipmentRental=3 shortStay=4 familyNote=妻と二人で暮らし、長女が週に二度通う。
                housingNote=木造の二階建て。玄関に20cmの段差がある。 facilityNote=骨折の治療のため入院中。退院は11月の見込み。
                equipmentNote=四点杖""");
        for (String unused :
                new String[] {"homeBathing", "homeNursing", "homeRehab", "nightHomeHelp", "multifunction"}) {
            FullRecords.with(row, unused, null);
        }
        FullRecords.with(row, "municipalService", null);
        FullRecords.with(row, "otherHomeService", "配食サービス");
    }

    private static void opinion(Row row, String form) {
        put(row, """
                enteredOn=20261015 name=架空　太郎 nameKana=カクウ　タロウ birthDate=19340611 age=92 postalCode=8700001
                address=大分県大分市架空町1-2-3 phone=097-000-0001 doctorName=架空　医師 institutionName=架空内科医院
                institutionAddress=大分県大分市架空町7 institutionPhone=097-000-0004 institutionFax=097-000-0005
                lastExaminedOn=20261012 timesMade=2 deptPsychiatry=1 deptOrthopaedics=1 diagnoses1Name=脳梗塞後遺症
                diagnoses1Onset=令和4年3月頃 diagnoses2Name=アルツハイマー型認知症 diagnoses2Onset=令和6年頃
                diagnoses3Name=高血圧症 diagnoses3Onset=平成20年頃 disability=5 dementia=3 shortMemory=2 cognition=2
                height=1624 weight=548 bpsd=1 bpsdWandering=1 weightChange=3 outdoorWalking=2 riskFall=1""");
        FullRecords.with(row, "formVersion", form);
        FullRecords.with(row, "courseText", "令和4年3月に脳梗塞を発症し、左片麻痺が残った。降圧薬と抗血小板薬を続けている。この半年で物忘れが進んだ。");
    }

    static Row insuranceCard(Row row) {
        put(row, """
                issuedOn=20261030 insurerName=架空市 careLevel=21 certifiedOn=20261030 certValidFrom=20261001
                certValidTo=20270930 monthlyLimitUnits=16765 limitFrom=20261001 limitTo=20270930
                typeLimits1Service=15 typeLimits1Units=6000 benefitRestrictions1Content=03
                careManagers1Name=架空居宅介護支援事業所 careManagers1FiledOn=20261101 facilities1Kind=介護老人保健施設
                facilities1Name=架空老健 facilities1EnteredOn=20260401 facilities1LeftOn=20260630""");
        row.layout().ownItems().stream()
                .filter(item -> item.place().index() > 0 || item.code().equals("committeeOpinion"))
                .forEach(item -> row.text(item.position(), null));
        return row;
    }

    static Row ratio(Row row) {
        put(row, "issuedOn=20260715 burdenYear=2026 ratio1=10 from1=20260801 to1=20270731");
        for (String second : new String[] {"ratio2", "from2", "to2"}) {
            FullRecords.with(row, second, null);
        }
        return row;
    }

    /** A certificate of M04 with what its kind has. */
    static Row reduction(Row row, String kind) {
        put(row, "certKind=" + kind + " issuedOn=20260715 validFrom=20260801 validTo=20270731");
        boolean limit = kind.equals("01") || kind.equals("07");
        for (var item : row.layout().ownItems()) {
            boolean own = item.code().startsWith("food") || item.code().startsWith("room");
            if (own || item.code().equals("burdenStage") || item.code().equals("specialReduction")) {
                row.text(item.position(), limit ? row.text(item.position()) : null);
            }
        }
        if (limit) {
            put(row, """
                    burdenStage=31 foodFacility=650 foodShort=1000 roomUnitPrivate=1370 roomUnitShared=1370
                    roomPrivateWelfare=880 roomPrivateHealth=1370 roomSharedWelfare=430 roomSharedHealth=430
                    specialReduction=1""");
        }
        Map<String, String> own = new TreeMap<>();
        own.put("confirmationNo", "03 05 06 09".contains(kind) ? "1234567" : null);
        own.put("benefitRate", "02 08".contains(kind) ? "97" : null);
        own.put("reductionRate", "03 04 05 06 09".contains(kind) ? "2500" : null);
        for (String box : new String[] {"reducesBurden", "reducesFood", "reducesRoom"}) {
            own.put(box, "03 09".contains(kind) ? "1" : null);
        }
        own.forEach((code, value) -> FullRecords.with(row, code, value));
        return row;
    }

    /** {@code code=value}, blanks between. */
    private static void put(Row row, String values) {
        for (String one : values.split("[ \\n]+")) {
            String[] pair = one.split("=", 2);
            FullRecords.with(row, pair[0], pair[1]);
        }
    }
}
