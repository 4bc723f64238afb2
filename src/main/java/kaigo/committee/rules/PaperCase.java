package kaigo.committee.rules;

import kaigo.access.PersonKey;

/**
 * 案件: a case among the papers of a meeting.
 *
 * @param id the same from version to version, from 1 on
 * @param order 審査順
 * @param person of the case's own insurer, which need not be the host (rulings 42)
 * @param historyNo 要介護認定履歴番号, empty if it was not said
 * @param startPage 開始ページ, from 1 on
 * @param endPage its last page
 */
public record PaperCase(int id, int order, PersonKey person, String historyNo, int startPage, int endPage) {

    public boolean contains(int page) {
        return page >= startPage && page <= endPage;
    }

    public int pages() {
        return endPage - startPage + 1;
    }

    /** Of a page of the document, from 1 on. */
    public int pageWithin(int page) {
        return page - startPage + 1;
    }

    @Override
    public String toString() {
        return "PaperCase[" + id + "]";
    }
}
