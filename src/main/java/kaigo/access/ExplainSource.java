package kaigo.access;

import java.util.List;
import kaigo.access.rules.Question;

/**
 * 事実の出どころ: rows behind the yes and no of {@link FileFactStore}. Each answers numbers, days and codes only. Parameters:
 * kind, number, login, holder, fingerprint, organisation, insurer, insured.
 */
enum ExplainSource {
    INSTITUTION_ACCOUNT(Question.ACCOUNT, "identity.institution_account", """
            select active, locked_until from identity.institution_account
            where kind = :kind and number = :number and login = :login"""),
    INSTITUTION(Question.ACCOUNT, "participants.institution", """
            select valid_from, valid_to from participants.institution where kind = :kind and number = :number"""),
    CERTIFICATES(Question.ACCOUNT, "identity.client_certificate", """
            select fingerprint = :fingerprint as used, left(fingerprint, 16) as fingerprint, not_after, revoked_at
            from identity.client_certificate where holder = :holder order by not_after desc"""),
    STAFF_ACCOUNT(Question.ACCOUNT, "identity.account", """
            select role, active, ends_on, locked_until from identity.account
            where insurer_number = :organisation and login = :login"""),
    INSURER(Question.START, "participants.insurer", """
            select started_on from participants.insurer where insurer_number = :insurer"""),
    SERVICES(Question.CELL, "participants.institution_service", """
            select service_code, valid_from, valid_to from participants.institution_service
            where kind = :kind and number = :number order by service_code, valid_from"""),
    PERSON(Question.RELATION, "insured.person_explained", """
            select present, lost_on from insured.person_explained
            where insurer_number = :insurer and insured_number = :insured"""),
    VIEWING(Question.RELATION, "insured.viewing_explained", """
            select verified_at, viewable_until, ended_at from insured.viewing_explained
            where insurer_number = :insurer and insured_number = :insured and office_number = :number"""),
    REQUESTS(Question.RELATION, "opinion.request_explained", """
            select history_no, filed_on, filed_on + 30 as window_until, requested_on, cancelled_on
            from opinion.request_explained join insured.facts using (insurer_number, insured_number)
            where insurer_number = :insurer and insured_number = :insured and issuer_kind = :kind::text
                and issuer_number = :number order by filed_on"""),
    JOBS(Question.JOB, "identity.institution_account", """
            select array_to_string(jobs, ' ') as jobs, care_manager_number is not null as has_care_manager_number
            from identity.institution_account where kind = :kind and number = :number and login = :login"""),
    APPLICATIONS(Question.CERTIFICATION, "certification.facts", """
            select history_no, filed_on, anew, certified_on, valid_to, ended_on
            from certification.facts join insured.facts using (insurer_number, insured_number)
            where insurer_number = :insurer and insured_number = :insured order by filed_on, history_no"""),
    CONSENT(Question.CONSENT, "consent.explained", """
            select source, act, acted_on, channel, by_form, cert_history_no, filed_on, valid_from, valid_to, recorded_at
            from consent.explained join insured.facts using (insurer_number, insured_number)
            where insurer_number = :insurer and insured_number = :insured order by acted_on, recorded_at, source""");

    static final List<ExplainSource> OF_PERSON = List.of(INSURER, PERSON, APPLICATIONS);
    private static final List<ExplainSource> OF_ANYBODY = List.of(INSTITUTION, SERVICES, VIEWING, REQUESTS);
    private static final List<ExplainSource> OF_INSTITUTION =
            List.of(INSTITUTION_ACCOUNT, INSTITUTION, CERTIFICATES, SERVICES, VIEWING, REQUESTS, JOBS);

    /** What is of an institution, and of its account where there is one. */
    static List<ExplainSource> of(ExplainedViewer.AtInstitution viewer) {
        return switch (viewer) {
            case ExplainedViewer.Institution known -> OF_INSTITUTION;
            case ExplainedViewer.Anybody anybody -> OF_ANYBODY;
        };
    }

    private final Question question;
    private final String from;
    private final String statement;

    ExplainSource(Question question, String from, String statement) {
        this.question = question;
        this.from = from;
        this.statement = statement;
    }

    Question question() {
        return question;
    }

    String from() {
        return from;
    }

    String statement() {
        return statement;
    }
}
