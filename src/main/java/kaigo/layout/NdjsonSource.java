package kaigo.layout;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/** NDJSON: the control record in the first line, then one record a line. A line that cannot be read stops no other. */
final class NdjsonSource implements RecordSource {
    /** Record, array of a sheet, row, array of a group, its object; and some beyond, to be refused by name. */
    private static final int DEPTH = 8;

    private final StrictUtf8Reader reader;
    private final Lines lines;
    private final boolean strict;
    private final JsonFactory json;
    private int number = 1;

    NdjsonSource(StrictUtf8Reader reader, ReadOptions options) {
        this.reader = reader;
        lines = new Lines(reader, options.limits().recordLength());
        strict = options.strictMembers();
        // No shared buffers: one that was given back would keep values of the last file.
        json = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNameLength(200)
                        .maxNumberLength(30)
                        .maxStringLength(options.limits().recordLength())
                        .build())
                .build();
    }

    @Override
    public Control control() throws IOException {
        @Nullable String[] items = new @Nullable String[ControlItems.CODES.size()];
        try (JsonParser parser = lines.next() ? parser() : null) {
            if (parser == null || !readControl(parser, items)) {
                throw new UnusableFile(ErrorId.E1005, 1, Detail.FIRST_RECORD);
            }
        } catch (JacksonException e) {
            throw new UnusableFile(ErrorId.E1005, 1, Detail.NOT_JSON);
        }
        return ControlItems.parse(items);
    }

    @Override
    public @Nullable Row next(Layout layout) throws IOException {
        if (!lines.next()) {
            return null;
        }
        number++;
        Row row = new Row(layout, number, lines.line());
        try (JsonParser parser = parser()) {
            return RecordJson.read(parser, row, strict) ? row : unreadable(layout, Detail.NOT_JSON);
        } catch (JacksonException e) {
            // Its message may quote the file: it is not kept.
            return unreadable(layout, Detail.NOT_JSON);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private JsonParser parser() {
        return json.createParser(ObjectReadContext.empty(), lines.buffer(), lines.from(), lines.length());
    }

    private Row unreadable(Layout layout, Detail detail) {
        Row row = new Row(layout, number, lines.line());
        row.findings().add(ErrorId.E1012, detail.parameter());
        return row;
    }

    private boolean readControl(JsonParser parser, @Nullable String[] items) {
        boolean opened = parser.nextToken() == JsonToken.START_OBJECT
                && "control".equals(parser.nextName())
                && parser.nextToken() == JsonToken.START_OBJECT;
        if (!opened) {
            return false;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int item = ControlItems.CODES.indexOf(name);
            boolean scalar = parser.nextToken().isScalarValue();
            if (item < 0 || items[item] != null || !scalar) {
                throw new UnusableFile(ErrorId.E1005, 1, Detail.CONTROL_ITEM, RecordJson.shown(name));
            }
            items[item] = parser.getString();
        }
        return parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }
}
