package kaigo.access.rules;

import java.time.LocalDate;

/**
 * 事実: all that the rule looks at, for one person at one insurer.
 *
 * @param inOrder account, certificate and office of the viewer are in order
 * @param started the insurer's 利用開始日 is reached
 * @param certified the application in question is certified; without one in question, any of the person's is
 * @param consent 包括同意 at this insurer is in force
 * @param today in Japan
 */
public record Facts(
        Viewpoint viewpoint, boolean inOrder, boolean started, boolean certified, boolean consent, LocalDate today) {}
