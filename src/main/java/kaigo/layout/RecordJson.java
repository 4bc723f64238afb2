package kaigo.layout;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One record as a JSON object: its items, groups as arrays of objects, sheets as objects or arrays of objects. */
final class RecordJson {
    private static final int NAME_IN_FINDING = 40;

    private final JsonParser parser;
    private final boolean strict;

    private RecordJson(JsonParser parser, boolean strict) {
        this.parser = parser;
        this.strict = strict;
    }

    /**
     * Reads the object that is the parser's whole content. What is wrong with a member is a finding.
     *
     * @param strict whether an unknown member is an error or a warning
     * @return false if it is no object, or something follows it
     */
    static boolean read(JsonParser parser, Row row, boolean strict) {
        return new RecordJson(parser, strict).readRecord(row);
    }

    private boolean readRecord(Row row) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        readMembers(row);
        return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    }

    /** The members of the object that the parser has entered: items, groups and sheets. */
    private void readMembers(Row row) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            readMember(parser.nextToken(), row, name);
        }
    }

    private void readMember(JsonToken token, Row row, String name) {
        Layout layout = row.layout();
        int position = layout.position(name);
        if (position >= layout.begin() && !layout.item(position).place().isRepeated()) {
            readValue(token, row, layout.item(position));
        } else if (layout.groups().containsKey(name)) {
            readGroup(token, row, name);
        } else {
            layout.sheets().stream()
                    .filter(sheet -> sheet.code().equals(name))
                    .findFirst()
                    .ifPresentOrElse(sheet -> readSheet(token, row, sheet), () -> {
                        parser.skipChildren();
                        unknown(row, name);
                    });
        }
    }

    private void readSheet(JsonToken token, Row row, Sheet sheet) {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (!row.sheet(sheet).isEmpty()) {
            passDuplicate(row);
        } else if (!sheet.many()) {
            readObject(token, row, () -> readMembers(row.addTo(sheet)));
        } else {
            readArray(token, row, sheet.code(), each -> readMembers(row.addTo(sheet)));
        }
    }

    private void readGroup(JsonToken token, Row row, String group) {
        List<Map<String, LayoutItem>> members =
                Objects.requireNonNull(row.layout().groups().get(group));
        readArray(token, row, group, each -> {
            if (each == members.size()) {
                row.findings().add(ErrorId.E1012, Detail.TOO_MANY_ENTRIES.parameter());
            }
            Map<String, LayoutItem> own = each < members.size() ? members.get(each) : Map.of();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                LayoutItem item = own.get(name);
                if (item != null) {
                    readValue(value, row, item);
                } else {
                    parser.skipChildren();
                    if (each < members.size()) {
                        unknown(row, name);
                    }
                }
            }
        });
    }

    /** Every element must be an object; {@code element} reads it, knowing its place from 0. */
    private void readArray(JsonToken token, Row row, String name, IntConsumer element) {
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_ARRAY) {
            parser.skipChildren();
            row.findings().add(ErrorId.E1012, Detail.NOT_AN_ARRAY.parameter(), shown(name));
            return;
        }
        int index = 0;
        for (JsonToken each = parser.nextToken(); each != JsonToken.END_ARRAY; each = parser.nextToken()) {
            int place = index++;
            readObject(each, row, () -> element.accept(place));
        }
    }

    private void readObject(JsonToken token, Row row, Runnable members) {
        if (token == JsonToken.START_OBJECT) {
            members.run();
        } else {
            parser.skipChildren();
            row.findings().add(ErrorId.E1012, Detail.NOT_AN_OBJECT.parameter());
        }
    }

    private void readValue(JsonToken token, Row row, LayoutItem item) {
        if (row.text(item.position()) != null) {
            passDuplicate(row);
        } else if (token == JsonToken.VALUE_STRING
                || (token == JsonToken.VALUE_NUMBER_INT && item.type() == ItemType.I)) {
            row.text(item.position(), parser.getString());
        } else if (token != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            row.findings().add(ErrorId.E3003, item, Detail.NOT_A_TEXT.parameter());
        }
    }

    private void passDuplicate(Row row) {
        parser.skipChildren();
        row.findings().add(ErrorId.E1012, Detail.DUPLICATE_MEMBER.parameter());
    }

    private void unknown(Row row, String name) {
        row.findings()
                .add(
                        strict ? ErrorId.E1007 : ErrorId.W1007,
                        String.valueOf(row.layout().size()),
                        shown(name));
    }

    /** A member's name is shown only if it looks like one: somebody's data could stand where a name belongs. */
    static String shown(String name) {
        boolean plain = !name.isEmpty()
                && name.length() <= NAME_IN_FINDING
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plain ? name : "?";
    }
}
