package kaigo.insured;

import java.util.Optional;
import kaigo.shared.InstitutionId;

/**
 * オンライン資格確認等システムへの照会: whose card it was that a reader has read. The real call is not public; this contract is
 * ours (docs/card-reader.md). Neither the マイナンバー nor the card itself ever comes here.
 */
public interface CardLookup {

    /**
     * The PMHキー behind a ticket, which is good once and for this office only; empty if there is none.
     *
     * @throws CardLookupUnavailable if there is no answer in time
     */
    Optional<byte[]> redeem(String ticket, InstitutionId office);
}
