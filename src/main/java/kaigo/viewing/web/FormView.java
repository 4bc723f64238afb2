package kaigo.viewing.web;

import java.util.List;
import kaigo.paper.PrintedForm.Group;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Printout;

/**
 * 帳票形式: one of the forms of an application on the screen, filled in as it would be on paper.
 *
 * @param groups empty if nothing of it is shown
 */
public record FormView(Printout shown, List<Group> groups) {

    private static final List<Printout> FORMS = List.of(Printout.SURVEY, Printout.OPINION, Printout.COMMITTEE_SHEET);

    /** @param wanted as in a path; the first of which something is shown in place of one that is none */
    static FormView of(Leaf leaf, String application, String wanted) {
        return Printout.ofPath(wanted)
                .filter(FORMS::contains)
                .map(form -> of(leaf, application, form))
                .orElseGet(() -> FORMS.stream()
                        .map(form -> of(leaf, application, form))
                        .filter(form -> !form.groups().isEmpty())
                        .findFirst()
                        .orElseGet(() -> of(leaf, application, FORMS.getFirst())));
    }

    private static FormView of(Leaf leaf, String application, Printout form) {
        return new FormView(form, PrintedForms.ofApplication(form, leaf, application));
    }

    /** Those that one can turn to. */
    public List<Printout> forms() {
        return FORMS;
    }

    @Override
    public String toString() {
        return "FormView[" + shown + "]";
    }
}
