package kaigo.outbox;

/**
 * 市町村を待つもの: how many items wait for the municipality.
 *
 * @param waiting 未取得
 * @param fetched 受領待ち
 * @param received 受領, of what it can accept or send back
 */
public record OpenItems(int waiting, int fetched, int received) {}
