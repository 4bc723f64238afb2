package kaigo.documents;

/**
 * 文書: a PDF that passed the content check.
 *
 * @param sha256 over its bytes, 64 lower-case hexadecimal digits: its name within the insurer
 * @param pages ページ数
 * @param bytes size
 */
public record Document(String sha256, int pages, int bytes) {}
