package kaigo.committee.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.committee.Materials.Proposal;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料のフォームの画面.
 *
 * @param path of the form
 * @param names of those who can be invited, by login
 */
public record MaterialFormPage(String path, Proposal proposal, MaterialForm form, Map<String, String> names) {

    public boolean isReplacement() {
        return proposal.replaced() != null;
    }

    /** The first ones, which stand alone. */
    public List<Field> meeting() {
        return List.of(
                form.field("panelNo", true, "number", 5),
                form.field("plannedOn", true, "text", 30),
                form.field("plannedTime", true, "text", 10));
    }

    public List<Field> opening() {
        return List.of(
                form.field("openFromOn", false, "text", 30),
                form.field("openFromTime", false, "text", 10),
                form.field("openToOn", false, "text", 30),
                form.field("openToTime", false, "text", 10));
    }

    public Field remark() {
        return form.field("changeRemark", isReplacement(), "textarea", 500);
    }

    public @Nullable String error(String name) {
        return form.error(name);
    }

    public String rowTitle(PaperRow row) {
        return MaterialForms.title(row);
    }

    /** Where, and what is wrong, in the order of the page. */
    public List<Map.Entry<String, String>> wrong() {
        Stream<String> fields = MaterialForm.FIELDS.stream().filter(name -> !name.equals("chair"));
        Stream<String> rows =
                Stream.iterate(0, i -> i < form.rows().size(), i -> i + 1).map(i -> "row-" + i);
        return Stream.of(fields, Stream.of("members", "chair"), rows)
                .flatMap(names -> names)
                .flatMap(name -> Stream.ofNullable(form.error(name)).map(why -> Map.entry(name, said(name, why))))
                .toList();
    }

    private static String said(String name, String why) {
        return name.startsWith("row-")
                ? ScreenText.text("material.row", Integer.parseInt(name.substring(4)) + 1) + "　" + why
                : why;
    }
}
