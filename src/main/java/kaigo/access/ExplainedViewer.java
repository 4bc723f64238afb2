package kaigo.access;

import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/** 説明される閲覧者: of whom an operator asks what it may see. */
public sealed interface ExplainedViewer {

    /** As in the audit entry. */
    String name();

    /** Of an office or a clinic. */
    sealed interface AtInstitution extends ExplainedViewer {
        InstitutionId id();
    }

    /** @param fingerprint of the client certificate; null: the newest one that is in order, else the newest */
    record Institution(
            InstitutionId id, String login, @Nullable String fingerprint) implements AtInstitution {
        @Override
        public String name() {
            return id.holder() + "/" + login;
        }
    }

    /** だれか、その職種の方: whoever there has it; account, institution and certificate are taken to be in order. */
    record Anybody(InstitutionId id, Job job) implements AtInstitution {
        @Override
        public String name() {
            return id.holder() + "/@" + job;
        }
    }

    /** 市町村の職員. */
    record Staff(InsurerNumber insurer, String login) implements ExplainedViewer {
        @Override
        public String name() {
            return "staff:" + insurer.value() + "/" + login;
        }
    }

    /** 審査会委員. */
    record Member(InsurerNumber insurer, String login) implements ExplainedViewer {
        @Override
        public String name() {
            return "member:" + insurer.value() + "/" + login;
        }
    }

    /** 運用者. */
    record Operator(String login) implements ExplainedViewer {
        @Override
        public String name() {
            return "operator:" + login;
        }
    }

    /** @param who signed in as whom; null: as the person itself */
    record Insured(@Nullable PersonKey who) implements ExplainedViewer {
        @Override
        public String name() {
            return who == null
                    ? "insured"
                    : "insured:" + who.insurer().value() + "/" + who.insured().value();
        }
    }
}
