package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;

/** A document that a test holds whole, given in parts as a real one is. */
record HeldBytes(byte[] bytes) implements Content {

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (int from = 0; from < bytes.length; from += Arriving.PART) {
            out.write(bytes, from, Math.min(Arriving.PART, bytes.length - from));
        }
    }
}
