package kaigo.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * 指摘一覧: at most five findings of one record (P01 carries five). An error is never lost to warnings that came first:
 * it takes the place of the last of them.
 */
public final class Findings {
    private static final int AT_MOST = 5;

    private List<Finding> list = List.of();
    private boolean errors;

    public void add(Finding finding) {
        if (list.isEmpty()) {
            list = new ArrayList<>(AT_MOST);
        }
        if (list.size() < AT_MOST) {
            list.add(finding);
        } else if (finding.id().isError()) {
            replaceLastWarning(finding);
        }
        errors |= finding.id().isError();
    }

    public void add(ErrorId id, String... parameters) {
        add(Finding.of(id, parameters));
    }

    public void add(ErrorId id, LayoutItem item, String... parameters) {
        add(Finding.of(id, item, parameters));
    }

    public boolean hasErrors() {
        return errors;
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<Finding> list() {
        return List.copyOf(list);
    }

    private void replaceLastWarning(Finding error) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (!list.get(i).id().isError()) {
                list.set(i, error);
                return;
            }
        }
    }
}
