package kaigo.certification;

import java.util.List;
import java.util.Map;
import kaigo.access.FilePermit;
import kaigo.access.rules.Kind;
import kaigo.certification.load.CertificationTargets;
import kaigo.layout.ShownSql;
import kaigo.layout.items.M08Overview;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 要介護認定 of one person, as {@link ShownSql} words it; what the permit does not show is an empty array. */
@Component
public final class Certifications {

    /** 調査票, 意見書 and 審査会資料 open with the certification of their application (rulings 3). */
    private static final String IS_CERTIFIED = "t.history_no = any(:certified)";

    private static final String APPLICATIONS = ShownSql.of(CertificationTargets.APPLICATION)
            .items(ShownItems.APPLICATION)
            .text();

    private static final String SURVEYS = ShownSql.of(CertificationTargets.APPLICATION)
            .items(ShownItems.SURVEY)
            .sheet("overview")
            .sheet("basic")
            .sheet("notes")
            .onlyIf("false", List.of(M08Overview.SURVEYOR_KANA))
            .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_SURVEY)
            .where(IS_CERTIFIED)
            .text();

    private static final String OPINIONS = ShownSql.of(CertificationTargets.APPLICATION)
            .items(ShownItems.OPINION)
            .sheet("opinion")
            .onlyIf(ShownSql.ADDRESS_IS_OPEN, ShownItems.PLACES_OF_OPINION)
            .where(IS_CERTIFIED)
            .text();

    private static final String COMMITTEE_SHEETS = ShownSql.of(CertificationTargets.APPLICATION)
            .items(ShownItems.COMMITTEE_SHEET)
            .where(IS_CERTIFIED)
            .text();

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

    /** 認定審査会進捗. */
    public String listProgress(FilePermit permit) {
        return list(permit, PROGRESS, permit.shows(Kind.PROGRESS));
    }

    /** 帳票イメージ: the documents by their SHA-256, of those kinds that the permit shows. */
    public String listForms(FilePermit permit) {
        return list(permit, FORMS, true);
    }

    private String list(FilePermit permit, String statement, boolean shown) {
        return database.sql(statement)
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("shown", shown)
                .param("certified", permit.certified().toArray(String[]::new))
                .param("formKinds", formKinds(permit))
                .query(String.class)
                .single();
    }

    private static String[] formKinds(FilePermit permit) {
        return FORM_KINDS.entrySet().stream()
                .filter(kind -> permit.shows(kind.getKey()))
                .map(Map.Entry::getValue)
                .toArray(String[]::new);
    }
}
