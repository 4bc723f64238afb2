package kaigo.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import kaigo.layout.UnusableFile;

/** Hands on what it reads, while it counts, hashes and writes the same bytes elsewhere. */
final class DigestingTee extends FilterInputStream {

    private final OutputStream copy;
    private final MessageDigest sha256;
    private long bytes;

    DigestingTee(InputStream in, OutputStream copy) {
        super(in);
        this.copy = copy;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        if (read > 0) {
            sha256.update(buffer, from, read);
            copy.write(buffer, from, read);
            bytes += read;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** To the end of the stream: what follows the last record belongs to the file too. */
    void drain() throws IOException {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            // read() does the work
        }
    }

    /**
     * To the end of the stream.
     *
     * @throws UnusableFile E1003 beyond so many bytes
     */
    void drain(long atMost) throws IOException {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            if (bytes > atMost) {
                throw UnusableFile.tooLarge(atMost);
            }
        }
    }

    long bytes() {
        return bytes;
    }

    byte[] sha256() {
        return sha256.digest();
    }
}
