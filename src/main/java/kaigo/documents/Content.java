package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;

/** 文書の中身: so many bytes, given part by part. */
interface Content {

    int length();

    void writeTo(OutputStream out) throws IOException;
}
