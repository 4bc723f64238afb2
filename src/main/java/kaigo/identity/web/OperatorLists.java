package kaigo.identity.web;

import java.time.LocalDate;
import java.util.List;
import kaigo.identity.CareManager;
import kaigo.identity.CareManagers;
import kaigo.identity.CertificateEnds;
import kaigo.identity.EndingCertificate;
import kaigo.identity.InstitutionList;
import kaigo.screens.Field;
import kaigo.screens.Pager;
import org.jspecify.annotations.Nullable;

/** What an operator sees of institutions' accounts and certificates. */
public final class OperatorLists {

    private OperatorLists() {}

    public record Certificates(List<EndingCertificate> rows, Pager pager, LocalDate today) {
        public long daysLeft(LocalDate lastDay) {
            return CertificateEnds.daysLeft(today, lastDay);
        }
    }

    /** @param search as it was typed */
    public record Institutions(
            List<InstitutionList.Row> rows, Field search, InstitutionList.@Nullable State state, Pager pager) {

        /** Of the same search. */
        public String address(InstitutionList.@Nullable State other) {
            return OperatorListPages.address(search.value(), other);
        }

        /** Class of the style sheet. */
        public static String mark(InstitutionList.State state) {
            return switch (state) {
                case ENDED, NOT_YET -> "state-wait";
                case NO_ACCOUNT, STOPPED, NO_ADMINISTRATOR, NO_CERTIFICATE -> "state-fail";
                case CERTIFICATE_ENDS -> "state-warn";
                case READY -> "state-done";
            };
        }
    }

    public record CareManagerList(List<CareManager> rows, CareManagers.Choice chosen, Pager pager) {}
}
