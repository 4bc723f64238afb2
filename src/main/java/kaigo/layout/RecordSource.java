package kaigo.layout;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file in one of the forms. */
sealed interface RecordSource extends Closeable permits CsvSource, CsvSet, NdjsonSource {
    Control control() throws IOException;

    /** The next data record, or null after the end, whose form has then been checked. */
    @Nullable
    Row next(Layout layout) throws IOException;
}
