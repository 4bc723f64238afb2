package kaigo.insured.web;

import java.util.function.UnaryOperator;
import kaigo.insured.CaseKind;
import kaigo.insured.CaseList;
import kaigo.screens.Pager;

/**
 * What the list 「連携できない方」 shows.
 *
 * @param handles of the persons' numbers
 */
public record CasesPage(CaseList list, CaseKind kind, Pager pager, UnaryOperator<String> handles) {

    public String address(CaseList.Row row) {
        return "/cases/" + handles.apply(row.insuredNumber());
    }
}
