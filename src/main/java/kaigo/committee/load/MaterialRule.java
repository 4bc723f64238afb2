package kaigo.committee.load;

import java.time.LocalDateTime;
import kaigo.layout.CheckOptions;
import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M11;
import kaigo.layout.items.M11Cases;

/** 認定審査会資料: it is open from a time to a later one, and a case begins on a page that there is (proposed, ours). */
final class MaterialRule implements RecordRule {

    @Override
    public void check(Row row, CheckOptions options, Findings findings) {
        LocalDateTime from = row.get(M11.OPEN_FROM);
        LocalDateTime to = row.get(M11.OPEN_TO);
        if (from != null && to != null && from.isAfter(to)) {
            findings.add(
                    ErrorId.E3006,
                    row.layout().item(M11.OPEN_FROM.code()),
                    row.layout().item(M11.OPEN_TO.code()).name());
        }
        Integer pages = row.get(M11.PAGES);
        for (Row one : row.sheet(row.layout().sheet("cases"))) {
            Integer page = one.get(M11Cases.START_PAGE);
            if (pages != null && page != null && (page < 1 || page > pages)) {
                findings.add(ErrorId.E3009, one.layout().item(M11Cases.START_PAGE.code()), "1〜" + pages);
            }
        }
    }
}
