package kaigo.identity.web;

import java.time.LocalDate;
import java.util.List;
import kaigo.identity.CareManager;
import kaigo.identity.CareManagers;
import kaigo.identity.CertificateEnds;
import kaigo.identity.EndingCertificate;
import kaigo.screens.Pager;

/** What an operator sees of institutions' accounts and certificates. */
public final class OperatorLists {

    private OperatorLists() {}

    public record Certificates(List<EndingCertificate> rows, Pager pager, LocalDate today) {
        public long daysLeft(LocalDate lastDay) {
            return CertificateEnds.daysLeft(today, lastDay);
        }
    }

    public record CareManagerList(List<CareManager> rows, CareManagers.Choice chosen, Pager pager) {}
}
