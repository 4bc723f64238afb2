package kaigo.layout;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** One checked record as text and back, for a record that has to wait. */
public final class RecordText {
    /** No shared buffers: one that was given back would keep values of the record. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private RecordText() {}

    /** Closes {@code out}. */
    public static void write(OutputStream out, Row row) {
        try (NdjsonSink sink = new NdjsonSink(out)) {
            sink.record(row);
        }
    }

    /** @param number 連番 in the file that it came with */
    public static Row read(Layout layout, int number, byte[] text) {
        Row row = new Row(layout, number, 0);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(text))) {
            RecordJson.read(parser, row, true);
        }
        if (row.findings().hasErrors()) {
            throw new IllegalStateException(Objects.toString(row) + " cannot be read again");
        }
        return row;
    }
}
