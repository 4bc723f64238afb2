package kaigo.audit;

/** The last link of a stream: its number (0 for an empty stream) and its hash. */
record ChainEnd(long number, byte[] hash) {}
