package kaigo.certification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.FilePermit;
import kaigo.access.rules.Kind;
import kaigo.certification.load.CertificationTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M08Overview;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** 要介護認定 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
@Component
public final class Certifications {

    /** 調査票, 意見書 and 審査会資料 open with the certification of their application (rulings 3). */
    private static final String IS_CERTIFIED = "t.history_no = any(:certified)";

    private static final String APPLICATIONS = ShownSql.of(CertificationTargets.APPLICATION)
            .items(ShownItems.APPLICATION)
            .text();

    private static final String OF_ONE_APPLICATION = "t.history_no = :history";

    private static final String SURVEYS = surveys().text();
    private static final String SURVEY = surveys().where(OF_ONE_APPLICATION).text();
    private static final String OPINIONS = opinions().text();
    private static final String OPINION = opinions().where(OF_ONE_APPLICATION).text();
    private static final String COMMITTEE_SHEETS = committeeSheets().text();
    private static final String COMMITTEE_SHEET =
            committeeSheets().where(OF_ONE_APPLICATION).text();

    private static final String PROGRESS =
            ShownSql.of(CertificationTargets.PROGRESS).text();

    /** 帳票種別 by the kind of information that the image shows. */
    private static final Map<Kind, String> FORM_KINDS =
            Map.of(Kind.CERT_SURVEY, "1", Kind.DOCTOR_OPINION, "2", Kind.COMMITTEE_SHEET, "3");

    /** 調査票 and 意見書 have the address printed on them. */
    private static final String FORMS = ShownSql.of(CertificationTargets.FORM)
            .where(IS_CERTIFIED)
            .where("t.form_kind = any(:formKinds)")
            .where("t.form_kind = '3' or " + ShownSql.ADDRESS_IS_OPEN)
            .text();

    private static final String FORM_OF_DOCUMENT = """
            select t.form_kind from certification.form_shown t
            where t.insurer_number = :insurer and t.insured_number = :insured and t.sha256 = :sha256
                and t.history_no = any(:certified) and t.form_kind = any(:formKinds)
                and (t.form_kind = '3' or %s)
            order by 1 limit 1""".formatted(ShownSql.ADDRESS_IS_OPEN);

    private final JdbcClient database;

    Certifications(JdbcClient database) {
        this.database = database;
    }

    /** 申請日・区分・状況 of every application. */
    public String listApplications(FilePermit permit) {
        return list(permit, APPLICATIONS, permit.shows(Kind.PROGRESS));
    }

    /** 認定調査票. */
    public String listSurveys(FilePermit permit) {
        return list(permit, SURVEYS, permit.shows(Kind.CERT_SURVEY));
    }

    /** 主治医意見書. */
    public String listOpinions(FilePermit permit) {
        return list(permit, OPINIONS, permit.shows(Kind.DOCTOR_OPINION));
    }

    /** 認定審査会資料. */
    public String listCommitteeSheets(FilePermit permit) {
        return list(permit, COMMITTEE_SHEETS, permit.shows(Kind.COMMITTEE_SHEET));
    }

    /** 一つの申請の認定調査票: an array of one, or of none. */
    public String findSurvey(FilePermit permit, String historyNo) {
        return find(permit, SURVEY, Kind.CERT_SURVEY, historyNo);
    }

    /** 一つの申請の主治医意見書. */
    public String findOpinion(FilePermit permit, String historyNo) {
        return find(permit, OPINION, Kind.DOCTOR_OPINION, historyNo);
    }

    /** 一つの申請の認定審査会資料. */
    public String findCommitteeSheet(FilePermit permit, String historyNo) {
        return find(permit, COMMITTEE_SHEET, Kind.COMMITTEE_SHEET, historyNo);
    }

    /** 認定審査会進捗. */
    public String listProgress(FilePermit permit) {
        return list(permit, PROGRESS, permit.shows(Kind.PROGRESS));
    }

    /** 帳票イメージ: the documents by their SHA-256, of those kinds that the permit shows. */
    public String listForms(FilePermit permit) {
        return list(permit, FORMS, true);
    }

    /** Which kind of information a document of this person shows, if the permit shows that kind. */
    public Optional<Kind> findFormKind(FilePermit permit, String sha256) {
        return of(permit, FORM_OF_DOCUMENT)
                .param("sha256", sha256)
                .query(String.class)
                .optional()
                .flatMap(code -> FORM_KINDS.entrySet().stream()
                        .filter(kind -> kind.getValue().equals(code))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private String find(FilePermit permit, String statement, Kind kind, String historyNo) {
        return of(permit, statement)
                .param("shown", permit.shows(kind))
                .param("history", historyNo)
                .query(String.class)
                .single();
    }

    private String list(FilePermit permit, String statement, boolean shown) {
        return of(permit, statement).param("shown", shown).query(String.class).single();
    }

    private StatementSpec of(FilePermit permit, String statement) {
        return database.sql(statement)
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("certified", permit.certified().toArray(String[]::new))
                .param("formKinds", formKinds(permit));
    }

    private static ShownSql surveys() {
        return ShownSql.of(CertificationTargets.APPLICATION)
                .items(ShownItems.SURVEY)
                .sheet("overview")
                .sheet("basic")
                .sheet("notes")
                .onlyIf("false", List.of(M08Overview.SURVEYOR_KANA))
                .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_SURVEY)
                .where(IS_CERTIFIED);
    }

    private static ShownSql opinions() {
        return ShownSql.of(CertificationTargets.APPLICATION)
                .items(ShownItems.OPINION)
                .sheet("opinion")
                .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_OPINION)
                .where(IS_CERTIFIED);
    }

    private static ShownSql committeeSheets() {
        return ShownSql.of(CertificationTargets.APPLICATION)
                .items(ShownItems.COMMITTEE_SHEET)
                .where(IS_CERTIFIED);
    }

    private static String[] formKinds(FilePermit permit) {
        return FORM_KINDS.entrySet().stream()
                .filter(kind -> permit.shows(kind.getKey()))
                .map(Map.Entry::getValue)
                .toArray(String[]::new);
    }
}
