package kaigo.reference;

import java.util.Arrays;
import java.util.List;
import kaigo.layout.ErrorId;
import kaigo.layout.FindingText;

/** エラーID一覧: ids with cause and remedy, of the whole catalogue or of one interface. */
public record ErrorTable(List<ErrorId> ids) {

    static ErrorTable whole() {
        return new ErrorTable(Arrays.asList(ErrorId.values()));
    }

    public List<ErrorId> of(ErrorId.Group group) {
        return ids.stream().filter(id -> id.group() == group).toList();
    }

    public static FindingText text(ErrorId id) {
        return FindingText.pattern(id);
    }

    public static String address(ErrorId id) {
        return "/interfaces/errors#" + id;
    }
}
