package kaigo.consent;

import java.time.LocalDate;
import kaigo.shared.InsuredNumber;

/**
 * 申請書のなしで終わった同意 of one insured (rulings 20).
 *
 * @param channel where the consent had come from: INSURER, OFFICE …
 * @param historyNo 要介護認定履歴番号 of the application whose form says なし
 * @param refusedOn day of that なし: 同意取得日, else 申請日
 */
public record EndedConsent(
        InsuredNumber insured, LocalDate grantedOn, String channel, String historyNo, LocalDate refusedOn) {}
