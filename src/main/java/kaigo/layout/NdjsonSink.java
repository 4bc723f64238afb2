package kaigo.layout;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** NDJSON: one object a line; absent items are left out; only type I is a number. */
final class NdjsonSink implements RecordSink {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private final JsonGenerator json;

    NdjsonSink(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void control(Control control) {
        json.writeStartObject();
        json.writeName("control");
        json.writeStartObject();
        List<String> values = ControlItems.of(control);
        for (int i = 0; i < values.size(); i++) {
            write(
                    ControlItems.CODES.get(i),
                    values.get(i),
                    ControlItems.CODES.get(i).equals("dataCount"));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    @Override
    public void record(Row row) {
        json.writeStartObject();
        for (LayoutItem item : row.layout().items()) {
            write(item.code(), row.text(item.position()), item.type() == ItemType.I);
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeRaw('\n');
        json.close();
    }

    private void write(String name, @Nullable String value, boolean number) {
        if (value == null) {
            return;
        }
        json.writeName(name);
        if (number && ItemCheck.isInt(value)) {
            json.writeNumber(Integer.parseInt(value));
        } else {
            json.writeString(value);
        }
    }
}
