package kaigo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kaigo.access.CommandExplanations;
import kaigo.access.Explanations;
import kaigo.access.rules.Proposals;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditUnavailable;
import kaigo.audit.HeadKeys;
import kaigo.certificates.CertificateFolder;
import kaigo.checkup.Checkup;
import kaigo.consent.Consented;
import kaigo.identity.Accounts;
import kaigo.identity.CardReaders;
import kaigo.identity.CareManagers;
import kaigo.identity.CertificateWarnings;
import kaigo.identity.ClientCertificates;
import kaigo.identity.EndingCertificate;
import kaigo.identity.InstitutionAccounts;
import kaigo.insured.UsersInsurers;
import kaigo.keys.KeyRing;
import kaigo.operations.InstallationState;
import kaigo.participants.Institutions;
import kaigo.participants.Insurers;
import kaigo.platform.Migrations;
import kaigo.shared.AccountRole;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Model.CommandSpec;

/**
 * 運用者の作業: the database as the application sees it, and an audit stream of its own, because the running server holds
 * the end of stream 1. An act is on record before it is done.
 */
final class Operator implements AutoCloseable {

    /** Two operators may meet at the end of the stream; the later one reads it again. */
    private static final int TRIES = 5;

    private final DatabaseAccess access;
    private final DataSource source;
    private final JdbcClient database;
    private final Clock clock;
    private final Proposals proposals;
    private final AuditLog audit;

    private Operator(DatabaseAccess access, KeyRing keys, Clock clock, Proposals proposals) {
        this.access = access;
        this.clock = clock;
        this.proposals = proposals;
        this.source = access.as(access.address().application());
        this.database = JdbcClient.create(source);
        HeadKeys.in(access.folder()).publish(keys.headKeyId(), keys.headPublicKeyPem());
        AuditHeads heads = new AuditHeads(access.folder().resolve(AuditHeads.FILE), keys.headKeyId(), keys::sign);
        this.audit = new AuditLog(source, AuditLog.OPERATOR, clock, heads);
    }

    /** On the database of the environment or of the demo; its tables are made if it is still empty. */
    static Operator open(CommandSpec spec, @Nullable Path data) throws IOException {
        Map<String, String> environment = Kiban.of(spec).environment();
        requireWhole(environment);
        Path folder = DatabaseAccess.folder(data, environment);
        KeyRing keys = DatabaseAccess.isNamed(environment)
                ? KeyRing.fromEnvironment(environment)
                : KeyRing.open(folder.resolve("keys.json"));
        Proposals proposals = proposals(environment);
        Clock clock = DatabaseAccess.isNamed(environment) || !DemoDate.isIn(folder)
                ? Clock.systemUTC()
                : DemoDate.openOrCreate(folder, null).clock();
        DatabaseAccess access = DatabaseAccess.open(data, environment);
        try {
            if (Migrations.state(access.address()).applied().isEmpty()) {
                Migrations.apply(access.address());
            }
            return new Operator(access, keys, clock, proposals);
        } catch (RuntimeException failure) {
            access.close();
            throw failure;
        }
    }

    private static void requireWhole(Map<String, String> environment) {
        List<String> missing = List.of(
                        Setting.OWNER_USER,
                        Setting.OWNER_PASSWORD,
                        Setting.APPLICATION_USER,
                        Setting.APPLICATION_PASSWORD,
                        Setting.DATA)
                .stream()
                .filter(setting -> !setting.isSet(environment))
                .map(Setting::variable)
                .toList();
        if (DatabaseAccess.isNamed(environment) && !missing.isEmpty()) {
            throw new CommandRefused("環境変数が足りません / missing: " + String.join(", ", missing));
        }
    }

    /** As the server has them, if it was told the same. */
    private static Proposals proposals(Map<String, String> environment) {
        boolean demo = !DatabaseAccess.isNamed(environment);
        return ProposalChoice.read(Setting.PROPOSALS.in(environment), demo, what -> {
            throw new CommandRefused(Setting.PROPOSALS.variable() + ": " + what);
        });
    }

    /** 判定の説明; each is on record in the operators' stream. */
    Explanations explanations() {
        return new CommandExplanations(database, new JdbcTransactionManager(source), this::record, clock)
                .open(new Consented(), proposals);
    }

    Insurers insurers() {
        return new Insurers(database);
    }

    Institutions institutions() {
        return new Institutions(database);
    }

    InstitutionAccounts institutionAccounts() {
        return InstitutionAccounts.on(database, audit, clock);
    }

    Accounts accounts() {
        return Accounts.on(database, audit, clock);
    }

    ClientCertificates certificates() {
        return new ClientCertificates(database, clock);
    }

    Checkup checkup() {
        return new Checkup(institutions(), insurers(), new UsersInsurers(database), clock);
    }

    Map<Integer, Long> countByPmhKey() {
        return InstallationState.countByPmhKey(database);
    }

    CareManagers careManagers() {
        return new CareManagers(database);
    }

    List<EndingCertificate> endingCertificates() {
        return CertificateWarnings.listEnding(database, clock.instant());
    }

    /** The issuers whose certificates the server takes; none where there is no such file here. */
    List<X509Certificate> issuers() {
        Path folder = access.folder().resolve("certificates");
        return Files.exists(folder.resolve("authority.crt")) ? new CertificateFolder(folder).issuers() : List.of();
    }

    CardReaders cardReaders() {
        return CardReaders.on(database, clock);
    }

    Instant now() {
        return clock.instant();
    }

    /** The number, if such an insurer takes part. */
    InsurerNumber insurer(String typed) {
        if (!InsurerNumber.hasForm(typed)) {
            throw new CommandRefused("保険者番号は半角数字 6 桁です。 / An insurer's number has 6 digits.");
        }
        InsurerNumber number = new InsurerNumber(typed);
        if (insurers().find(number).isEmpty()) {
            throw new CommandRefused("保険者 " + typed + " は登録されていません。先に ./kiban insurer put を実行してください。"
                    + " / No such insurer; put it first.");
        }
        return number;
    }

    /** The number of whoever may have accounts: an insurer that takes part, a 国保連合会, the operators. */
    InsurerNumber organisation(String typed) {
        boolean others = InsurerNumber.hasForm(typed)
                && switch (AccountRole.of(new InsurerNumber(typed), false)) {
                    case FEDERATION, OPERATOR -> true;
                    case STAFF, VENDOR, MEMBER -> false;
                };
        return others ? new InsurerNumber(typed) : insurer(typed);
    }

    /** For what the running server would not notice. */
    void requireStoppedServer() {
        if (InstallationState.isServerRunning(database)) {
            throw new CommandRefused("サーバーが動いています。止めてから実行してください。 / The server runs; stop it first.");
        }
    }

    /** Throws CommandRefused if the insurer or institution is not known here. */
    void requireKnown(CertificateHolder holder) {
        switch (holder) {
            case InsurerNumber number -> insurer(number.value());
            case InstitutionId institution -> {
                if (!institutions().exists(institution)) {
                    throw new CommandRefused("事業所・医療機関 " + institution.number()
                            + " は登録されていません。先に ./kiban institution put を実行してください。 / No such institution; put it first.");
                }
            }
        }
    }

    void record(String action, @Nullable CertificateHolder about, Map<String, String> more) {
        InsurerNumber insurer = about instanceof InsurerNumber number ? number : null;
        Map<String, String> detail = new java.util.TreeMap<>(more);
        detail.put("action", action);
        if (about instanceof InstitutionId institution) {
            detail.put("institution", institution.holder());
        }
        AuditEntry entry = AuditEntry.of(UUID.randomUUID().toString(), AuditEvent.OPERATOR_ACTED, "operator", detail);
        record(insurer == null ? entry : entry.about(insurer.value(), List.of()));
    }

    private void record(AuditEntry entry) {
        for (int tries = 1; ; tries++) {
            try {
                audit.record(entry);
                return;
            } catch (AuditUnavailable taken) {
                if (tries == TRIES) {
                    throw taken;
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            audit.close();
        } finally {
            access.close();
        }
    }
}
