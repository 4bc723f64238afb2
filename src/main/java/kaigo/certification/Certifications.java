package kaigo.certification;

import static kaigo.access.PartSql.shows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.access.FilePermit;
import kaigo.access.PartReader;
import kaigo.access.PartSql;
import kaigo.access.rules.Kind;
import kaigo.certification.load.CertificationTargets;
import kaigo.layout.Item;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Overview;
import kaigo.layout.items.M10;
import org.springframework.stereotype.Component;

/** 要介護認定 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
@Component
public final class Certifications {

    /** 調査票, 意見書 and 審査会資料 open with the certification of their application (rulings 3). */
    private static final String IS_CERTIFIED = "t.history_no = any(:certified)";

    /** 申請日・区分・状況 of every application; of a decision whose day is to come, no 状況. */
    public static final PartSql APPLICATIONS =
            new PartSql(ShownSql.of(CertificationTargets.APPLICATION, shows(Kind.PROGRESS))
                    .items(ShownItems.APPLICATION)
                    .onlyIf("(t.cert_status >= '07' and t.certified_on > :today) is not true", List.of(M08.CERT_STATUS))
                    .text());

    /** 認定調査票. */
    public static final PartSql SURVEYS = new PartSql(surveys().text());

    /** 主治医意見書. */
    public static final PartSql OPINIONS = new PartSql(opinions().text());

    /** 認定審査会資料. */
    public static final PartSql COMMITTEE_SHEETS = new PartSql(committeeSheets().text());

    /** The items of a 認定審査会資料. */
    public static final List<Item> COMMITTEE_SHEET_ITEMS = ShownItems.COMMITTEE_SHEET;

    /** Where the person or the family is to be found; none of it leaves under 支援措置. */
    public static final List<Item> PLACES = Stream.of(ShownItems.PLACES_OF_SURVEY, ShownItems.PLACES_OF_OPINION)
            .flatMap(List::stream)
            .toList();

    /** 認定審査会進捗; of a decision whose day is to come, neither 状況 nor day. */
    public static final PartSql PROGRESS = new PartSql(progress().text());

    private static final String DECIDED_ON =
            "case t.cert_status when '07' then t.certified_on when '08' then t.rejected_on when '09' then t.withdrawn_on end";

    /** 帳票種別 and the kind of information that the image shows. */
    private static final Map<String, Kind> FORM_KINDS =
            Map.of("1", Kind.CERT_SURVEY, "2", Kind.DOCTOR_OPINION, "3", Kind.COMMITTEE_SHEET);

    private static final String FORM_IS_SHOWN =
            "case t.form_kind when '1' then %s when '2' then %s when '3' then %s end"
                    .formatted(shows(Kind.CERT_SURVEY), shows(Kind.DOCTOR_OPINION), shows(Kind.COMMITTEE_SHEET));

    /** 帳票イメージ: the documents by their SHA-256. 調査票 and 意見書 have the address printed on them. */
    public static final PartSql FORMS = new PartSql(ShownSql.of(CertificationTargets.FORM, FORM_IS_SHOWN)
            .where(IS_CERTIFIED)
            .where("t.form_kind = '3' or " + ShownSql.ADDRESS_IS_OPEN)
            .text());

    private static final String OF_ONE_APPLICATION = "t.history_no = :history";
    private static final PartSql SURVEY =
            new PartSql(surveys().where(OF_ONE_APPLICATION).text());
    private static final PartSql OPINION =
            new PartSql(opinions().where(OF_ONE_APPLICATION).text());
    private static final PartSql COMMITTEE_SHEET =
            new PartSql(committeeSheets().where(OF_ONE_APPLICATION).text());

    /** An empty text if there is no such document. */
    private static final PartSql FORM_OF_DOCUMENT = new PartSql("""
            select coalesce(min(t.form_kind), '') from certification.form_shown t
            where t.insurer_number = :insurer and t.insured_number = :insured and t.sha256 = :sha256
                and t.history_no = any(:certified) and %s and (t.form_kind = '3' or :addressOpen)""".formatted(FORM_IS_SHOWN));

    private final PartReader reader;

    Certifications(PartReader reader) {
        this.reader = reader;
    }

    /** 一つの申請の認定調査票: an array of one, or of none. */
    public String findSurvey(FilePermit permit, String historyNo) {
        return reader.read(permit, SURVEY, Map.of("history", historyNo));
    }

    /** 一つの申請の主治医意見書. */
    public String findOpinion(FilePermit permit, String historyNo) {
        return reader.read(permit, OPINION, Map.of("history", historyNo));
    }

    /** 一つの申請の認定審査会資料. */
    public String findCommitteeSheet(FilePermit permit, String historyNo) {
        return reader.read(permit, COMMITTEE_SHEET, Map.of("history", historyNo));
    }

    /** Which kind of information a document of this person shows, if the permit shows that kind. */
    public Optional<Kind> findFormKind(FilePermit permit, String sha256) {
        return Optional.ofNullable(FORM_KINDS.get(reader.read(permit, FORM_OF_DOCUMENT, Map.of("sha256", sha256))));
    }

    private static ShownSql progress() {
        return ShownSql.of(CertificationTargets.PROGRESS, shows(Kind.PROGRESS))
                .onlyIf("(" + DECIDED_ON + " > :today) is not true", List.of(M10.CERT_STATUS))
                .onlyIf("t.certified_on <= :today", List.of(M10.CERTIFIED_ON))
                .onlyIf("t.rejected_on <= :today", List.of(M10.REJECTED_ON))
                .onlyIf("t.withdrawn_on <= :today", List.of(M10.WITHDRAWN_ON));
    }

    private static ShownSql surveys() {
        return ShownSql.of(CertificationTargets.APPLICATION, shows(Kind.CERT_SURVEY))
                .items(ShownItems.SURVEY)
                .sheet("overview")
                .sheet("basic")
                .sheet("notes")
                .onlyIf("false", List.of(M08Overview.SURVEYOR_KANA))
                .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_SURVEY)
                .where(IS_CERTIFIED);
    }

    private static ShownSql opinions() {
        return ShownSql.of(CertificationTargets.APPLICATION, shows(Kind.DOCTOR_OPINION))
                .items(ShownItems.OPINION)
                .sheet("opinion")
                .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_OPINION)
                .where(IS_CERTIFIED);
    }

    private static ShownSql committeeSheets() {
        return ShownSql.of(CertificationTargets.APPLICATION, shows(Kind.COMMITTEE_SHEET))
                .items(ShownItems.COMMITTEE_SHEET)
                .where(IS_CERTIFIED);
    }
}
