package kaigo.documents;

/** しおり: an item of a document's outline, and the page that it leads to, from 1 on. */
public record OutlineItem(int page, String title) {}
