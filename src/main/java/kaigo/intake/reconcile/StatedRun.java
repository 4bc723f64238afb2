package kaigo.intake.reconcile;

import java.time.LocalDate;
import kaigo.intake.Receipt;
import kaigo.layout.ProcessingType;

/**
 * まだ突合していない突合情報: the Q01 files of one 処理区分 and 基準日/処理対象日 so far.
 *
 * @param receipt of its first file
 * @param loading whether one of them is still being read
 */
public record StatedRun(
        Receipt receipt,
        ProcessingType process,
        LocalDate targetDate,
        int files,
        int records,
        int refused,
        boolean loading) {}
