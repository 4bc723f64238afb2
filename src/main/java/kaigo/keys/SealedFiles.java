package kaigo.keys;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 封印ファイル: what was received with マイナンバー in it, kept in AES-GCM files (proposed, ours; docs/keys.md). Each has a
 * key of its own, wrapped by the master key in the file's head and nowhere else: wiping that head destroys everything
 * that was sealed with it, the file and every record.
 */
public final class SealedFiles {
    static final byte[] LABEL = {'k', 'i', 'b', 'a', 'n', '-', 'f', 'i', 'l', 'e', '-', '1'};
    private static final String STREAM = "kiban file stream";
    private static final String RECORD = "kiban file record";
    /** Measured on one core: 2.2 to 2.5 GB/s written, as with 1 MiB, but an open file then holds megabytes of memory. */
    private static final int SEGMENT = 64 * 1024;

    private final KeyRing keys;

    public SealedFiles(KeyRing keys) {
        this.keys = keys;
    }

    /** A new file to be written; it gets its name when finished. */
    public SealedFile create(Path path) throws IOException {
        byte[] fileKey = Crypto.random(NamedKey.BYTES);
        return SealedFile.begin(path, keys.wrap(fileKey), stream(fileKey));
    }

    /**
     * The bytes that were written. An altered or truncated file ends in an IOException, so what was read counts only when
     * the end came without one.
     *
     * @throws SealBroken if the key was destroyed or is wrapped by an unknown master key
     */
    public InputStream open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            byte[] fileKey = fileKey(channel);
            channel.position(SealedHeader.LENGTH);
            return stream(fileKey).newDecryptingStream(Channels.newInputStream(channel), LABEL);
        } catch (GeneralSecurityException impossible) {
            channel.close();
            throw new IllegalStateException(impossible);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Seals and opens single values under this file's key; for one thread. */
    public RecordCipher recordCipher(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new RecordCipher(Crypto.derive(fileKey(channel), RECORD));
        }
    }

    /** Wraps the file's key by the newest master key; false if it was already. Not while another thread destroys it. */
    public boolean rewrap(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            List<Opened> opened = openable(channel);
            Opened first = opened.getFirst();
            Optional<Opened> newest = opened.stream()
                    .filter(one -> one.masterKeyId().equals(keys.masterKeyId()))
                    .findFirst();
            int keep = newest.map(Opened::place).orElse(SealedHeader.otherThan(first.place()));
            if (newest.isEmpty()) {
                SealedHeader.write(channel, keep, keys.wrap(first.fileKey()));
                channel.force(true);
            }
            SealedHeader.wipe(channel, SealedHeader.otherThan(keep));
            channel.force(true);
            return newest.isEmpty();
        }
    }

    /** Destroys the key, then the file: nothing that it sealed can be opened again. A file that is gone is fine. */
    public static void destroy(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            for (int place = 0; place < SealedHeader.PLACES; place++) {
                SealedHeader.wipe(channel, place);
            }
            channel.force(true);
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
        Files.deleteIfExists(path);
        KeyFile.syncFolder(path);
    }

    /** After a crash: destroys the files of this folder whose reception was never finished. Returns how many. */
    public static int destroyUnfinished(Path folder) throws IOException {
        int count = 0;
        try (var files = Files.newDirectoryStream(folder, "*" + SealedFile.UNFINISHED)) {
            for (Path file : files) {
                destroy(file);
                count++;
            }
        }
        return count;
    }

    @SuppressWarnings("ArrayRecordComponent") // a carrier between two calls; never compared
    private record Opened(int place, String masterKeyId, byte[] fileKey) {}

    private byte[] fileKey(FileChannel channel) throws IOException {
        return openable(channel).getFirst().fileKey();
    }

    /** The places whose wrapping opens: one, or two after a cut in a change. At least one, else the seal is broken. */
    private List<Opened> openable(FileChannel channel) throws IOException {
        List<Optional<Sealed>> places = SealedHeader.read(channel);
        List<Opened> opened = new ArrayList<>();
        var reason = new SealBroken("no key in this file: destroyed, or not a sealed file");
        for (int place = 0; place < places.size(); place++) {
            if (places.get(place).isEmpty()) {
                continue;
            }
            Sealed wrapped = places.get(place).get();
            try {
                opened.add(new Opened(place, wrapped.keyId(), keys.unwrap(wrapped)));
            } catch (SealBroken tornOrUnknown) {
                reason = tornOrUnknown;
            }
        }
        if (opened.isEmpty()) {
            throw reason;
        }
        return opened;
    }

    private static AesGcmHkdfStreaming stream(byte[] fileKey) {
        try {
            byte[] key = Crypto.derive(fileKey, STREAM).getEncoded();
            return new AesGcmHkdfStreaming(key, "HmacSha256", NamedKey.BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
