package kaigo.layout;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * コントロールレコード: the first record of a file (issue note "interface" 9.3; proposed, ours).
 *
 * @param insurerNumber six digits; whether it is a known insurer and the sender's is for the reception to ask
 * @param baseDate 基準日 of an initial set-up, else 処理対象日
 * @param senderSystem 送信システム識別, empty if not given
 */
public record Control(
        String interfaceId,
        String version,
        String insurerNumber,
        ProcessingType processingType,
        LocalDate baseDate,
        LocalDateTime createdAt,
        int dataCount,
        String senderSystem) {

    /** The same under another interface: a part of a set under the name of the whole. */
    Control under(String other) {
        return of(other, dataCount);
    }

    Control of(String other, int count) {
        return new Control(other, version, insurerNumber, processingType, baseDate, createdAt, count, senderSystem);
    }

    /** Whether the other differs in nothing but its count. */
    boolean agreesWith(Control other) {
        return equals(new Control(
                other.interfaceId,
                other.version,
                other.insurerNumber,
                other.processingType,
                other.baseDate,
                other.createdAt,
                dataCount,
                other.senderSystem));
    }
}
