package kaigo.identity;

import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;

/**
 * 介護支援専門員 by number (rulings 8), as an operator lists them.
 *
 * @param offices at how many institutions this number stands
 */
public record CareManager(
        CareManagerNumber number,
        InstitutionId institution,
        String institutionName,
        String login,
        String displayName,
        boolean active,
        int offices) {

    @Override
    public String toString() {
        return "CareManager[" + institution.holder() + "/" + login + "]";
    }
}
