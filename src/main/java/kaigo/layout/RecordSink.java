package kaigo.layout;

/** Writes the records of a file in one of the forms. */
sealed interface RecordSink extends AutoCloseable permits CsvSink, CsvSetSink, NdjsonSink {
    void control(Control control);

    void record(Row row);

    /** Writes what stands after the last record, and closes the stream. */
    @Override
    void close();
}
