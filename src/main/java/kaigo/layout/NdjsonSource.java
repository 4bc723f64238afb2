package kaigo.layout;

import java.io.IOException;
import java.util.Arrays;
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
    private static final int NAME_IN_FINDING = 40;

    private final Lines lines;
    private final boolean strict;
    private final JsonFactory json;
    private int number = 1;
    private boolean[] seen = {};

    NdjsonSource(StrictUtf8Reader reader, ReadOptions options) {
        lines = new Lines(reader, options.limits().recordLength());
        strict = options.strictMembers();
        // No shared buffers: one that was given back would keep values of the last file.
        json = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(5)
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
            return readRecord(parser, row) ? row : unreadable(layout, Detail.NOT_JSON);
        } catch (JacksonException e) {
            // Its message may quote the file: it is not kept.
            return unreadable(layout, Detail.NOT_JSON);
        }
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
                throw new UnusableFile(ErrorId.E1005, 1, Detail.CONTROL_ITEM, shown(name));
            }
            items[item] = parser.getString();
        }
        return parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }

    private boolean readRecord(JsonParser parser, Row row) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        if (seen.length != row.layout().size()) {
            seen = new boolean[row.layout().size()];
        }
        Arrays.fill(seen, false);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            int position = row.layout().position(name);
            JsonToken token = parser.nextToken();
            if (position < 0) {
                parser.skipChildren();
                unknown(row, name);
            } else if (seen[position]) {
                parser.skipChildren();
                row.findings().add(ErrorId.E1012, Detail.DUPLICATE_MEMBER.parameter());
            } else {
                seen[position] = true;
                readValue(parser, token, row, position);
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }

    private static void readValue(JsonParser parser, JsonToken token, Row row, int position) {
        LayoutItem item = row.layout().item(position);
        if (token == JsonToken.VALUE_STRING || (token == JsonToken.VALUE_NUMBER_INT && item.type() == ItemType.I)) {
            row.text(position, parser.getString());
        } else if (token != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            row.findings().add(ErrorId.E3003, item, Detail.NOT_A_TEXT.parameter());
        }
    }

    private void unknown(Row row, String name) {
        row.findings()
                .add(
                        strict ? ErrorId.E1007 : ErrorId.W1007,
                        String.valueOf(row.layout().size()),
                        shown(name));
    }

    /** A member's name is shown only if it looks like one: somebody's data could stand where a name belongs. */
    private static String shown(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= NAME_IN_FINDING
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plain ? name : "?";
    }
}
