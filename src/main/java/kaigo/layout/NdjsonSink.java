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
        writeItems(row);
        for (Sheet sheet : row.layout().sheets()) {
            writeSheet(row, sheet);
        }
        json.writeEndObject();
    }

    private void writeSheet(Row row, Sheet sheet) {
        List<Row> rows = row.sheet(sheet);
        if (rows.isEmpty()) {
            return;
        }
        json.writeName(sheet.code());
        if (sheet.many()) {
            json.writeStartArray();
        }
        for (Row one : rows) {
            json.writeStartObject();
            writeItems(one);
            json.writeEndObject();
        }
        if (sheet.many()) {
            json.writeEndArray();
        }
    }

    private void writeItems(Row row) {
        Layout layout = row.layout();
        int position = layout.begin();
        while (position < layout.size()) {
            LayoutItem item = layout.item(position);
            if (item.place().isRepeated()) {
                position = writeGroup(row, position);
            } else {
                write(item.code(), row.text(position), item.type() == ItemType.I);
                position++;
            }
        }
    }

    /** The repetitions up to the last that is not empty; answers the position behind the group. */
    private int writeGroup(Row row, int from) {
        Layout layout = row.layout();
        String group = layout.item(from).place().group();
        int end = from;
        int last = -1;
        while (end < layout.size() && layout.item(end).place().group().equals(group)) {
            last = row.text(end) == null ? last : layout.item(end).place().index();
            end++;
        }
        if (last < 0) {
            return end;
        }
        json.writeName(group);
        json.writeStartArray();
        for (int index = 0, position = from; index <= last; index++) {
            json.writeStartObject();
            for (; position < end && layout.item(position).place().index() == index; position++) {
                LayoutItem item = layout.item(position);
                write(item.place().member(), row.text(position), item.type() == ItemType.I);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        return end;
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
