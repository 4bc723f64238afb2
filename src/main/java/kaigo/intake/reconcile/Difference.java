package kaigo.intake.reconcile;

/**
 * 相違の一件: a record that the two sides do not hold alike.
 *
 * @param number within its reconciliation, from 1
 * @param insuredNumber empty, like the parts that follow, where the interface's key has no such part
 * @param restKey the key's other parts, joined by a slash
 */
public record Difference(
        int number, String interfaceId, DifferenceKind kind, String insuredNumber, String historyNo, String restKey) {}
