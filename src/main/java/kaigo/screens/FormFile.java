package kaigo.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/** フォームのファイル: those of a form, read as they come; nothing reaches a temporary folder (settled 11). */
public final class FormFile {

    private FormFile() {}

    /** Takes one file. */
    public interface Visitor {
        void file(String name, InputStream bytes) throws IOException;
    }

    /** @throws UncheckedIOException if the sender's connection breaks */
    public static void readAll(HttpServletRequest request, Visitor visitor) {
        FileUpload upload = new FileUpload();
        upload.setFileCountMax(Long.MAX_VALUE);
        try {
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                visit(parts.next(), visitor);
            }
        } catch (FileUploadException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file field that was left empty comes as a part without a name. */
    private static void visit(FileItemStream part, Visitor visitor) throws IOException {
        String name = nameOf(part);
        if (part.isFormField() || name == null || name.isEmpty()) {
            return;
        }
        try (InputStream bytes = part.openStream()) {
            visitor.file(name, bytes);
        }
    }

    /** One with a NUL is refused like any other that no file of ours has. */
    private static @Nullable String nameOf(FileItemStream part) {
        try {
            return part.getName();
        } catch (InvalidFileNameException withNul) {
            return withNul.getName().replace('\0', '\uFFFD');
        }
    }
}
