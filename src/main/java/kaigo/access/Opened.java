package kaigo.access;

import java.util.Map;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;

/**
 * 開いた記録: what was read of one person, and why each kind that was asked for is there or not.
 *
 * @param decisions of the kinds that were asked for, in their order
 */
public record Opened<T>(T value, Map<Kind, Decision> decisions) {}
