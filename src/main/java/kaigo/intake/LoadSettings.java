package kaigo.intake;

/** @param workers files loaded at once, each on one database connection (settled 27) */
public record LoadSettings(int workers) {}
