package kaigo.identity;

import java.util.List;
import kaigo.shared.InstitutionViewer;

/** 今日の確認: what waits in an institution's own list, for its first page. The room that knows the list says it. */
public interface DaysWork {

    /**
     * @param count as it is shown, with its unit
     * @param address of the list that holds them
     */
    record Waiting(String name, String count, String address) {}

    List<Waiting> list(InstitutionViewer viewer);
}
