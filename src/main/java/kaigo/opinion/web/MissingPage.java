package kaigo.opinion.web;

/**
 * 印刷できない文字.
 *
 * @param characters as people read them
 * @param back the page it was opened from
 * @param anyway where the print goes on without them
 */
public record MissingPage(String characters, String back, String anyway) {

    @Override
    public String toString() {
        return "MissingPage[…]";
    }
}
