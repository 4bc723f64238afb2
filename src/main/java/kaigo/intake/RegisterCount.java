package kaigo.intake;

/**
 * 登録件数 of one interface at one insurer.
 *
 * @param interfaceId by which the records of an initial set-up come
 * @param name its 名称
 * @param sent data records of accepted files of 処理区分 I
 * @param registered records that the register holds now, deleted ones left out
 * @param failed records of those files that ended with an error
 * @param waiting records of those files that wait for their M01
 */
public record RegisterCount(String interfaceId, String name, int sent, int registered, int failed, int waiting) {}
