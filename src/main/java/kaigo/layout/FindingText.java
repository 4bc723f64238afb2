package kaigo.layout;

import java.util.ArrayList;
import java.util.List;
import kaigo.shared.Messages;

/**
 * 指摘の文: what a person reads about a finding: what is wrong, and what to do. {0} is the 項目名 (for a file: the
 * line), {1} and on are the parameters.
 */
public record FindingText(String text, String remedy) {
    public static FindingText of(Finding finding, Layout layout) {
        return of(finding.id(), itemName(finding, layout), finding.parameters());
    }

    /** 項目名 of the finding's item, with its sheet if it has one; nothing if the record as a whole is meant. */
    public static String itemName(Finding finding, Layout layout) {
        if (finding.item() == null) {
            return "";
        }
        LayoutItem item = layout.item(finding.item());
        if (item.place().sheet().isEmpty()) {
            return item.name();
        }
        Sheet sheet = layout.sheet(item.place().sheet());
        return sheet.name() + "（" + layout.interfaceId() + sheet.part() + "）の" + item.name();
    }

    public static FindingText of(UnusableFile file) {
        FindingText text = of(file.id(), String.valueOf(file.line()), file.parameters());
        return file.part().isEmpty()
                ? text
                : new FindingText(filled(Messages.of("inPart"), List.of(file.part(), text.text())), text.remedy());
    }

    /** The texts of an id without a finding, for the table of the catalogue. */
    public static FindingText pattern(ErrorId id) {
        return of(id, id.group() == ErrorId.Group.RECEPTION ? "n" : "項目名", List.of("…", "…", "…"));
    }

    private static FindingText of(ErrorId id, String subject, List<String> parameters) {
        List<String> arguments = new ArrayList<>();
        arguments.add(subject);
        parameters.forEach(parameter -> arguments.add(readable(parameter)));
        return new FindingText(
                filled(Messages.of(id.name()), arguments), filled(Messages.of(id.name() + ".remedy"), arguments));
    }

    private static String readable(String parameter) {
        String key = "detail." + parameter.substring(Math.min(1, parameter.length()));
        return parameter.startsWith("@") && Messages.has(key) ? Messages.of(key) : parameter;
    }

    /** Not MessageFormat: a parameter may hold a quote or a brace, and is put in once, as it is. */
    private static String filled(String pattern, List<String> arguments) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int argument = Integer.parseInt(pattern.substring(open + 1, close));
            text.append(pattern, from, open).append(argument < arguments.size() ? arguments.get(argument) : "");
            from = close + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }
}
