package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** パスキー: their public halves, by owner, as the library asks for them. */
@Component
class PasskeyStore implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {

    private static final String COLUMNS = """
            select p.*, o.handle from identity.passkey p join identity.passkey_owner o on o.owner = p.owner\s""";

    private final JdbcClient database;
    private final InstantSource clock;

    PasskeyStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return database.sql("select owner, handle from identity.passkey_owner where handle = ?")
                .param(handle.getBytes())
                .query((row, n) -> owner(row))
                .optional()
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String owner) {
        return database.sql("select owner, handle from identity.passkey_owner where owner = ?")
                .param(owner)
                .query((row, n) -> owner(row))
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        database.sql("insert into identity.passkey_owner (owner, handle) values (?, ?) on conflict (owner) do nothing")
                .params(owner.getName(), owner.getId().getBytes())
                .update();
    }

    /** The library's own times are those of the machine: ours count. */
    @Override
    public void save(CredentialRecord passkey) {
        database.sql("""
                insert into identity.passkey as p (credential_id, owner, public_key, attestation, client_data,
                    signature_count, backup_eligible, backed_up, transports, label, created_at)
                select :id, owner, :key, :attestation, :client, :count, :eligible, :backed, :transports, :label, :now
                from identity.passkey_owner where handle = :handle
                on conflict (credential_id) do update set signature_count = excluded.signature_count,
                    backed_up = excluded.backed_up, used_at = :now
                where p.owner = excluded.owner""")
                .param("id", passkey.getCredentialId().getBytes())
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .param("key", passkey.getPublicKey().getBytes())
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("count", passkey.getSignatureCount())
                .param("eligible", passkey.isBackupEligible())
                .param("backed", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toArray(String[]::new))
                .param("label", passkey.getLabel())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return database.sql(COLUMNS + "where p.credential_id = ?")
                .param(id.getBytes())
                .query((row, n) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql(COLUMNS + "where o.handle = ? order by p.created_at")
                .param(handle.getBytes())
                .query((row, n) -> passkey(row))
                .list();
    }

    List<CredentialRecord> list(String owner) {
        return database.sql(COLUMNS + "where p.owner = ? order by p.created_at")
                .param(owner)
                .query((row, n) -> passkey(row))
                .list();
    }

    /** @return false if this owner has no such passkey */
    boolean delete(String owner, Bytes id) {
        return database.sql("delete from identity.passkey where owner = ? and credential_id = ?")
                        .params(owner, id.getBytes())
                        .update()
                > 0;
    }

    /** Never asked for: an owner takes away its own, by {@link #delete(String, Bytes)}. */
    @Override
    public void delete(Bytes any) {
        throw new UnsupportedOperationException();
    }

    private static PublicKeyCredentialUserEntity owner(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(owner)
                .id(new Bytes(row.getBytes("handle")))
                .displayName(owner)
                .build();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(Stream.of((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(used(row))
                .build();
    }

    private static Instant used(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        return (used == null ? row.getObject("created_at", OffsetDateTime.class) : used).toInstant();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }
}
