package kaigo.layout;

import kaigo.shared.JisX0213;
import kaigo.shared.Kana;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import kaigo.shared.YyyyMmDd;

/** The checks of one item, on the hot path: no pattern, no stream, no exception; parameters are made on a finding only. */
final class ItemCheck {
    private static final int INT_DIGITS = 9;

    private final LayoutItem item;
    private final CheckOptions options;

    ItemCheck(LayoutItem item, CheckOptions options) {
        this.item = item;
        this.options = options;
    }

    /** Digits that fit into an int. */
    static boolean isInt(String value) {
        return value.length() <= INT_DIGITS && Text.isDigits(value);
    }

    void normalise(Row row) {
        String value = row.text(item.position());
        if (value == null) {
            return;
        }
        String trimmed = Text.trimBlank(value);
        if (item.type() == ItemType.K) {
            trimmed = Kana.widen(trimmed);
        } else if (item.type() == ItemType.XL && trimmed.indexOf('\r') >= 0) {
            trimmed = trimmed.replace("\r\n", "\n");
        }
        row.text(item.position(), trimmed.isEmpty() ? null : trimmed);
    }

    void check(Row row) {
        String value = row.text(item.position());
        if (value == null) {
            checkRequired(row);
            return;
        }
        boolean right = switch (item.type()) {
            case N -> isForm(Text.isDigits(value), Detail.DIGITS, row) && hasLength(value, row);
            case AN -> isForm(Text.isHalfWidthAlnum(value), Detail.ALNUM, row) && hasLength(value, row);
            case X -> isText(value, value, row);
            case XL -> isText(value, value.replace('\n', ' '), row);
            case K -> isForm(Kana.isFullWidthKatakana(value), Detail.KATAKANA, row) && hasLength(value, row);
            case D -> isOf(YyyyMmDd.isDate(value), ErrorId.E3005, Detail.DATE, row);
            case T -> isOf(YyyyMmDd.isTimestamp(value), ErrorId.E3005, Detail.TIMESTAMP, row);
            case I -> isInteger(value, row);
            case F -> isFlag(value, row);
            case C -> isCode(value, row);
        };
        ValueCheck check = item.check();
        if (right && check != null) {
            checkValue(value, check, row);
        }
    }

    private void checkRequired(Row row) {
        if (!item.requirement().asksFor(row)) {
            return;
        }
        switch (item.requirement()) {
            case Requirement.Always() -> row.findings().add(ErrorId.E3001, item);
            case Requirement.Optional() -> {}
            case Requirement.When when -> missing(row, when.position());
            case Requirement.Unless unless -> missing(row, unless.position());
        }
    }

    private void missing(Row row, int because) {
        row.findings().add(ErrorId.E3010, item, row.layout().item(because).name());
    }

    /** @param inOneLine the value without the line feeds that it may have */
    private boolean isText(String value, String inOneLine, Row row) {
        return isForm(!Text.hasControlCharacter(inOneLine), Detail.CONTROL_CHARACTER, row)
                && isForm(!MyNumber.mayStandIn(value), Detail.MANY_DIGITS, row)
                && hasLength(value, row)
                && isInRepertoire(inOneLine, row);
    }

    private boolean isForm(boolean holds, Detail expected, Row row) {
        return isOf(holds, ErrorId.E3003, expected, row);
    }

    private boolean isOf(boolean holds, ErrorId id, Detail expected, Row row) {
        if (!holds) {
            row.findings().add(id, item, expected.parameter());
        }
        return holds;
    }

    private boolean hasLength(String value, Row row) {
        int length = Text.codePoints(value);
        boolean holds = length >= item.minLength() && length <= item.maxLength();
        if (!holds) {
            row.findings().add(ErrorId.E3002, item, item.length(), String.valueOf(length));
        }
        return holds;
    }

    private boolean isInRepertoire(String value, Row row) {
        int index = JisX0213.firstOutside(value);
        if (index < 0) {
            return true;
        }
        int codePoint = value.codePointAt(index);
        row.findings()
                .add(
                        options.outside() == CheckOptions.Outside.REFUSE ? ErrorId.E3004 : ErrorId.W3004,
                        item,
                        "U+%04X".formatted(codePoint),
                        JisX0213.suggest(codePoint).orElse(Detail.NO_SUGGESTION.parameter()),
                        String.valueOf(value.codePointCount(0, index) + 1));
        return false;
    }

    private boolean isInteger(String value, Row row) {
        boolean negative = value.charAt(0) == '-';
        if (!Text.isDigits(negative ? value.substring(1) : value)) {
            return isForm(false, Detail.INTEGER, row);
        }
        boolean holds = !negative && value.length() <= item.maxLength();
        if (!holds) {
            row.findings().add(ErrorId.E3009, item, range(item));
        }
        return holds;
    }

    /** What an item of type I may be. */
    static String range(LayoutItem item) {
        return "0〜" + "9".repeat(item.maxLength());
    }

    private boolean isFlag(String value, Row row) {
        boolean holds = value.equals("0") || value.equals("1");
        if (!holds) {
            row.findings().add(ErrorId.E3007, item, "0, 1");
        }
        return holds;
    }

    private boolean isCode(String value, Row row) {
        CodeList codes = item.codes();
        boolean holds = codes == null || codes.contains(value);
        if (codes != null && !holds) {
            row.findings().add(ErrorId.E3007, item, codes.allowed());
        }
        return holds;
    }

    private void checkValue(String value, ValueCheck check, Row row) {
        boolean asked = options.checkDigits() || check.failure() != ErrorId.E3008;
        if (asked && !check.passes(value)) {
            row.findings().add(check.failure(), item, check.parameter());
        }
    }
}
