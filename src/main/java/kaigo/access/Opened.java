package kaigo.access;

import java.util.Map;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;

/**
 * 開いた記録: what was read of one person, and why each kind may be read or not.
 *
 * @param decisions of every kind, in their order, whether it was asked for or not
 */
public record Opened<T>(T value, Map<Kind, Decision> decisions) {}
