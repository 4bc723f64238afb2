package kaigo.identity;

import java.util.List;
import kaigo.shared.InstitutionViewer;

/** 今日の確認: what waits in an institution's own list, for its first page. The room that knows the list says it. */
public interface DaysWork {

    /** @param address of the list that holds them */
    record Waiting(String name, int count, String address) {}

    List<Waiting> list(InstitutionViewer viewer);
}
