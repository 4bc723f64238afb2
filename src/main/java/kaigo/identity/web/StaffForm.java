package kaigo.identity.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewInstitutionAccount;
import kaigo.identity.WholePasswords;
import kaigo.mail.MailAddress;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import kaigo.shared.Text;
import org.springframework.util.MultiValueMap;

/**
 * 職員の登録・変更の用紙, as it was typed.
 *
 * @param seen generation of the account when the form was shown
 * @param form names this form, so that it acts once
 * @param errors by field
 */
public record StaffForm(
        String login,
        String displayName,
        String mail,
        Set<Job> jobs,
        String careManager,
        InstitutionRole role,
        int seen,
        String form,
        Map<String, String> errors) {

    private static final int LONGEST_NAME = 40;
    private static final Pattern OFFICE_USER = Pattern.compile("(?i)kj[0-9]{12}");

    static StaffForm empty(InstitutionRole role) {
        return new StaffForm("", "", "", Set.of(), "", role, 0, newForm(), Map.of());
    }

    static StaffForm of(InstitutionAccount account) {
        CareManagerNumber number = account.careManagerNumber();
        return new StaffForm(
                account.login(),
                account.displayName(),
                Objects.requireNonNullElse(account.mail(), ""),
                account.jobs(),
                number == null ? "" : number.value(),
                account.role(),
                account.generation(),
                newForm(),
                Map.of());
    }

    private static String newForm() {
        return UUID.randomUUID().toString();
    }

    /** @param login of the account that is changed; empty: as typed */
    static StaffForm typed(MultiValueMap<String, String> typed, String login) {
        String seen = text(typed, "seen");
        Set<Job> jobs = EnumSet.noneOf(Job.class);
        List<String> ticked = typed.getOrDefault("jobs", List.of());
        Arrays.stream(Job.values()).filter(job -> ticked.contains(job.name())).forEach(jobs::add);
        boolean administrator = text(typed, "role").equals(InstitutionRole.ADMINISTRATOR.name());
        StaffForm form = new StaffForm(
                login.isEmpty() ? Text.narrow(text(typed, "login")) : login,
                text(typed, "displayName"),
                Text.narrow(text(typed, "mail")),
                jobs,
                Text.narrow(text(typed, "careManager")),
                administrator ? InstitutionRole.ADMINISTRATOR : InstitutionRole.GENERAL,
                Text.isDigits(seen) && seen.length() < 9 && !seen.isEmpty() ? Integer.parseInt(seen) : 0,
                text(typed, "form"),
                Map.of());
        return form.with(form.check());
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : Text.trimBlank(value);
    }

    private Map<String, String> check() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (OFFICE_USER.matcher(login).matches()) {
            wrong.put("login", "officeUser");
        } else if (!NewInstitutionAccount.isLogin(login)) {
            wrong.put("login", login.isEmpty() ? "missing" : "form");
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME || Text.hasControlCharacter(displayName)) {
            wrong.put("displayName", displayName.isEmpty() ? "missing" : "form");
        }
        if (!MailAddress.hasForm(mail)) {
            wrong.put("mail", mail.isEmpty() ? "missing" : "form");
        }
        if (jobs.isEmpty()) {
            wrong.put("jobs", "missing");
        }
        checkCareManager(wrong);
        return wrong.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> ScreenText.text("staff.wrong." + one.getKey() + "." + one.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private void checkCareManager(Map<String, String> wrong) {
        boolean needed = jobs.contains(Job.CARE_MANAGER);
        if (needed && !CareManagerNumber.hasForm(careManager)) {
            wrong.put("careManager", careManager.isEmpty() ? "missing" : "form");
        } else if (!needed && !careManager.isEmpty()) {
            wrong.put("careManager", "notNeeded");
        }
    }

    StaffForm with(Map<String, String> wrong) {
        return new StaffForm(login, displayName, mail, jobs, careManager, role, seen, form, wrong);
    }

    StaffForm wrong(String field, String why) {
        return with(Map.of(field, ScreenText.text("staff.wrong." + field + "." + why)));
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Only of one that is not wrong. */
    NewInstitutionAccount account(InstitutionId institution) {
        CareManagerNumber number = careManager.isEmpty() ? null : CareManagerNumber.of(careManager);
        return new NewInstitutionAccount(institution, login, displayName, jobs, number, mail, role);
    }

    /** The texts of it. */
    public Field field(String name) {
        return switch (name) {
            case "login" -> withError(Field.of("login", "text", 40).filled(login));
            case "displayName" ->
                withError(Field.of("displayName", "text", LONGEST_NAME).filled(displayName));
            case "mail" ->
                withError(Field.of("mail", "email", MailAddress.LONGEST).filled(mail));
            case "careManager" ->
                withError(Field.optional("careManager", "number", 8).filled(careManager));
            case "presentPassword" ->
                withError(Field.of("presentPassword", "password", WholePasswords.FIELD)
                        .completedBy("current-password"));
            default -> withError(Field.of(name, "group", 0));
        };
    }

    public List<Field> all() {
        return Stream.of("login", "displayName", "mail", "jobs", "careManager", "presentPassword")
                .map(this::field)
                .toList();
    }

    private Field withError(Field field) {
        String why = errors.get(field.name());
        return why == null ? field : field.wrong(why);
    }
}
