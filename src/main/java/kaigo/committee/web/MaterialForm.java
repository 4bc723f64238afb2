package kaigo.committee.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.access.PersonKey;
import kaigo.committee.SetDraft;
import kaigo.committee.SetDraft.Invited;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.Viewing;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料のフォーム, as it was typed.
 *
 * @param values by the name of the field
 * @param members logins that were chosen
 * @param errors by the name of the field; empty until it is checked
 */
public record MaterialForm(
        Map<String, String> values, Set<String> members, List<PaperRow> rows, Map<String, String> errors) {

    static final List<String> FIELDS = List.of(
            "panelNo",
            "plannedOn",
            "plannedTime",
            "viewing",
            "openFromOn",
            "openFromTime",
            "openToOn",
            "openToTime",
            "chair",
            "changeRemark");

    private static final int LONGEST_REMARK = 500;
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[:：時]([0-5][0-9])分?");
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** What it is checked against. */
    record Known(int pages, Set<String> members, boolean isReplacement, Instant now) {}

    /** The same with what is wrong. */
    MaterialForm checked(Known known) {
        Map<String, String> wrong = new HashMap<>();
        if (!Text.narrow(value("panelNo")).matches("[0-9]{1,5}")) {
            wrong.put("panelNo", "panelNo");
        }
        checkTimes(known, wrong);
        if (Viewing.ofCode(value("viewing")).isEmpty()) {
            wrong.put("viewing", "viewing");
        }
        if (members.isEmpty() || !known.members().containsAll(members)) {
            wrong.put("members", "members");
        } else if (!members.contains(value("chair"))) {
            wrong.put("chair", "chair");
        }
        String remark = value("changeRemark");
        if (Text.codePoints(remark) > LONGEST_REMARK || MyNumber.mayStandIn(remark)) {
            wrong.put("changeRemark", "remark");
        } else if (known.isReplacement() && remark.isEmpty()) {
            wrong.put("changeRemark", "remark.none");
        }
        wrong.replaceAll((field, why) -> ScreenText.text("material.wrong." + why));
        List<PaperRow> checked = checkedRows(known.pages());
        if (checked.stream().allMatch(PaperRow::isEmpty)) {
            wrong.put("row-0", ScreenText.text("material.wrong.cases"));
        }
        for (int i = 0; i < checked.size(); i++) {
            String problem = checked.get(i).problem();
            if (problem != null) {
                wrong.put("row-" + i, problem);
            }
        }
        return new MaterialForm(values, members, checked, wrong);
    }

    private void checkTimes(Known known, Map<String, String> wrong) {
        Optional<Instant> planned = moment("planned", null);
        if (planned.isEmpty()) {
            wrong.put(JapaneseDates.parse(value("plannedOn")).isEmpty() ? "plannedOn" : "plannedTime", "planned");
            return;
        }
        Optional<Instant> from = openFrom(known.now());
        Optional<Instant> to = openTo();
        if (from.isEmpty()) {
            wrong.put("openFromOn", "openFrom");
        }
        if (to.isEmpty() || !to.get().isAfter(known.now())) {
            wrong.put("openToOn", "openTo");
        } else if (from.isPresent() && !from.get().isBefore(to.get())) {
            wrong.put("openToOn", "order");
        }
    }

    /** Left out: at once. */
    private Optional<Instant> openFrom(Instant now) {
        return value("openFromOn").isEmpty() && value("openFromTime").isEmpty()
                ? Optional.of(now)
                : moment("openFrom", LocalTime.MIN);
    }

    /** Left out: to the end of the meeting's day. */
    private Optional<Instant> openTo() {
        return value("openToOn").isEmpty() && value("openToTime").isEmpty()
                ? JapaneseDates.parse(value("plannedOn"))
                        .map(day -> day.atTime(LAST).atZone(Days.JAPAN).toInstant())
                : moment("openTo", LAST);
    }

    /** @param otherwise the time if none was typed; null: it must be typed */
    private Optional<Instant> moment(String name, @Nullable LocalTime otherwise) {
        Optional<LocalDate> day = JapaneseDates.parse(value(name + "On"));
        String typed = Text.narrow(value(name + "Time")).strip();
        Matcher time = TIME.matcher(typed);
        if (time.matches()) {
            LocalTime at = LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
            return day.map(one -> LocalDateTime.of(one, at).atZone(Days.JAPAN).toInstant());
        }
        return typed.isEmpty() && otherwise != null
                ? day.map(one -> one.atTime(otherwise).atZone(Days.JAPAN).toInstant())
                : Optional.empty();
    }

    private List<PaperRow> checkedRows(int pages) {
        Set<String> persons = new HashSet<>();
        Set<String> orders = new HashSet<>();
        List<PaperRow> checked = new ArrayList<>();
        for (PaperRow row : rows) {
            String problem = row.isEmpty() ? null : problem(row, pages);
            if (problem == null && !row.isEmpty() && !orders.add(number(row.order()))) {
                problem = "order";
            }
            if (problem == null && !row.isEmpty() && !persons.add(row.insurer() + '/' + row.insured())) {
                problem = "twice";
            }
            checked.add(problem == null ? row : row.wrong(ScreenText.text("material.wrong.row." + problem)));
        }
        return checked;
    }

    private static @Nullable String problem(PaperRow row, int pages) {
        if (!number(row.order()).matches("[1-9][0-9]{0,2}")) {
            return "order";
        }
        if (!InsurerNumber.hasCheckDigit(row.insurer())) {
            return "insurer";
        }
        if (!InsuredNumber.hasForm(row.insured())) {
            return "insured";
        }
        if (!row.historyNo().isEmpty() && !row.historyNo().matches("[0-9]{1,5}")) {
            return "history";
        }
        boolean page = row.startPage().matches("[1-9][0-9]{0,3}") && Integer.parseInt(row.startPage()) <= pages;
        return page ? null : "page";
    }

    private static String number(String typed) {
        return typed.replaceFirst("^0+(?=[0-9])", "");
    }

    /** Of one in which nothing is wrong. */
    SetDraft draft(SetDraft.Paper paper, InstantSource clock) {
        List<Cutting.Sent> cases = rows.stream()
                .filter(row -> !row.isEmpty())
                .map(row -> new Cutting.Sent(
                        Integer.parseInt(number(row.order())),
                        new PersonKey(new InsurerNumber(row.insurer()), InsuredNumber.of(row.insured())),
                        row.historyNo(),
                        Integer.parseInt(row.startPage())))
                .toList();
        List<Invited> invited = members.stream()
                .sorted()
                .map(login -> new Invited(login, login.equals(value("chair"))))
                .toList();
        return new SetDraft(
                newMaterialNo(),
                null,
                Text.narrow(value("panelNo")),
                moment("planned", null).orElseThrow(),
                Viewing.ofCode(value("viewing")).orElseThrow(),
                openFrom(clock.instant()).orElseThrow(),
                openTo().orElseThrow(),
                paper,
                value("changeRemark"),
                cases,
                invited);
    }

    /** Of a set of the screen: as no other has it. */
    private static String newMaterialNo() {
        return "G"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 15).toUpperCase(Locale.ROOT);
    }

    public Field field(String name, boolean required, String type, int length) {
        Field field = required ? Field.of(name, type, length) : Field.optional(name, type, length);
        String error = errors.get(name);
        Field filled = field.filled(value(name));
        return error == null ? filled : filled.wrong(error);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    @Override
    public String toString() {
        return "MaterialForm[…]";
    }
}
