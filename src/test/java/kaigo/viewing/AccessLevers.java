package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.FileGate;
import kaigo.access.rules.Kind;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionAccounts;
import kaigo.intake.FullRecords;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/** What lets an office in, each of an office of its own: its account, certificate, token, and the person in its list. */
final class AccessLevers {

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String path = "/api/v1/users/" + Handles.of(insurer, PERSON.value());

    AccessLevers() {
        TestServer.start(insurer);
        new FullRecords(insurer).person();
    }

    Watched account() {
        SampleOffice office = office();
        InstitutionAccounts accounts = TestServer.bean(InstitutionAccounts.class);
        return new Watched("account", new Lever() {
            private volatile OfficeSoftware software = OfficeSoftware.of(office);

            @Override
            public void open() {
                assertThat(accounts.setActive(office.id, SampleOffice.LOGIN, true))
                        .isTrue();
                software = OfficeSoftware.of(office);
            }

            @Override
            public void close() {
                assertThat(accounts.setActive(office.id, SampleOffice.LOGIN, false))
                        .isTrue();
            }

            @Override
            public boolean shows() {
                return byHttp() ? shown(software.get(path + "/summary")) : shownByGate(office.viewer());
            }
        });
    }

    Watched certificate() {
        SampleOffice office = office();
        return new Watched("certificate", new Lever() {
            private volatile IssuedCertificate certificate = office.certificate;
            private volatile OfficeSoftware software = OfficeSoftware.of(office);

            @Override
            public void open() {
                IssuedCertificate next = Systems.issue(office.id, Validity.days(Systems.now(), 30));
                Systems.register(next);
                software = OfficeSoftware.with(next);
                certificate = next;
            }

            @Override
            public void close() {
                assertThat(TestServer.bean(ClientCertificates.class)
                                .revoke(office.id, ClientCertificates.fingerprint(certificate.certificate())))
                        .isTrue();
            }

            @Override
            public boolean shows() {
                String fingerprint = ClientCertificates.fingerprint(certificate.certificate());
                return byHttp()
                        ? shown(software.get(path + "/summary"))
                        : shownByGate(new InstitutionViewer(
                                office.id,
                                SampleOffice.LOGIN,
                                fingerprint,
                                UUID.randomUUID().toString()));
            }
        });
    }

    /** By HTTP alone: the gate knows no tokens. */
    Watched token() {
        SampleOffice office = office();
        return new Watched("token", new Lever() {
            private volatile OfficeSoftware software = OfficeSoftware.of(office);

            @Override
            public void open() {
                software = OfficeSoftware.of(office);
            }

            @Override
            public void close() {
                software.signOut();
            }

            @Override
            public boolean shows() {
                return shown(software.get(path + "/summary"));
            }
        });
    }

    /** 利用終了, and 本人確認 anew. */
    Watched viewing() {
        SampleOffice office = office();
        return new Watched("利用終了", new Lever() {
            private volatile OfficeSoftware software = OfficeSoftware.of(office);

            @Override
            public void open() {
                software = OfficeSoftware.of(office);
                ok(software.verify(ReadingApiTest.card(insurer)));
            }

            @Override
            public void close() {
                ok(software.delete(path));
            }

            @Override
            public boolean shows() {
                return byHttp() ? shown(software.get(path + "/summary")) : shownByGate(office.viewer());
            }
        });
    }

    private SampleOffice office() {
        SampleOffice office = SampleOffice.near(TestServer.insurerDaily());
        ok(OfficeSoftware.of(office).verify(ReadingApiTest.card(insurer)));
        return office;
    }

    private static boolean byHttp() {
        return ThreadLocalRandom.current().nextInt(ConsentLevers.BY_HTTP) == 0;
    }

    private static boolean shown(HttpResponse<String> answer) {
        return answer.body().contains("\"result\":\"OK\"");
    }

    private boolean shownByGate(InstitutionViewer viewer) {
        return TestServer.bean(FileGate.class)
                .open(viewer, insurer, PERSON, EnumSet.of(Kind.BANNER), permit -> permit.shows(Kind.BANNER))
                .value();
    }
}
