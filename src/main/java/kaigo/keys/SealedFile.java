package kaigo.keys;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/** 書込み中の封印ファイル: closed without {@link #finish} it is destroyed, so a half received file never bears the name. */
public final class SealedFile implements AutoCloseable {
    static final String UNFINISHED = ".unfinished";

    private final Path path;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean finished;

    private SealedFile(Path path, Path unfinished, FileChannel channel, OutputStream out) {
        this.path = path;
        this.unfinished = unfinished;
        this.channel = channel;
        this.out = out;
    }

    static SealedFile begin(Path path, Sealed wrappedKey, AesGcmHkdfStreaming stream) throws IOException {
        refuseIfThere(path);
        Path unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(unfinished, options, mode);
        try {
            SealedHeader.write(channel, 0, wrappedKey);
            SealedHeader.wipe(channel, 1);
            channel.position(SealedHeader.LENGTH);
            var kept = new KeptOpen(Channels.newOutputStream(channel));
            return new SealedFile(path, unfinished, channel, stream.newEncryptingStream(kept, SealedFiles.LABEL));
        } catch (GeneralSecurityException impossible) {
            channel.close();
            throw new IllegalStateException(impossible);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static void refuseIfThere(Path path) throws IOException {
        if (Files.exists(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    /** Takes the plain bytes; only sealed ones reach the disk. */
    public OutputStream out() {
        return out;
    }

    /** From here on the file is whole, on disk and bears its name, power cut or not. */
    public void finish() throws IOException {
        out.close();
        channel.force(true);
        channel.close();
        refuseIfThere(path);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        KeyFile.syncFolder(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            SealedFiles.destroy(unfinished);
        }
    }

    /** The cipher closes what it writes to, but the channel is needed for the fsync after that. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
