package kaigo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kaigo.generate.DailyPlan;
import kaigo.generate.GeneratedDocuments;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.PlantedErrors;
import kaigo.generate.RecordSets;
import kaigo.generate.Records;
import kaigo.layout.Form;
import kaigo.layout.Layouts;
import org.jspecify.annotations.Nullable;

/** 作られたファイル of one run of ./kiban generate: clean ones, or with errors among their records. */
final class GeneratedFiles implements AutoCloseable {

    private final Path folder;
    private final Form form;
    private final double rate;
    private final @Nullable PlantedErrors planted;
    private final boolean test;
    private final Consumer<String> progress;
    private final List<Path> files = new ArrayList<>();

    /**
     * @param rate of records with errors, or null for none
     * @param test whether nothing of them is to be registered
     */
    GeneratedFiles(Path folder, Form form, @Nullable Double rate, boolean test, Consumer<String> progress)
            throws IOException {
        this.folder = folder;
        this.form = form;
        this.rate = rate == null ? 0 : rate;
        this.planted = rate == null ? null : new PlantedErrors(folder, form);
        this.test = test;
        this.progress = progress;
    }

    /** Whether its records are written as sets of files. */
    boolean areSets(String interfaceId) {
        return form == Form.CSV
                && !Layouts.newest(interfaceId).orElseThrow().sheets().isEmpty();
    }

    void write(Records made) throws IOException {
        Records records = GeneratedDocuments.write(folder, typed(made), files::add);
        String name = records.layout().interfaceId();
        IntConsumer written = done -> progress.accept(name + " " + done + " / " + records.count() + " 件");
        files.addAll(
                planted == null
                        ? MunicipalFiles.write(folder, records, form, written)
                        : planted.write(records, rate, written));
    }

    /** @param parts of the records, each a set of its own if the interface has sets */
    void write(String interfaceId, List<Supplier<Records>> parts) throws IOException {
        for (int i = 0; i < parts.size(); i++) {
            Supplier<Records> made = parts.get(i);
            Supplier<Records> part = () -> typed(made.get());
            Records records = part.get();
            if (!areSets(interfaceId)) {
                write(records);
            } else if (records.count() > 0) {
                GeneratedDocuments.write(folder, records, files::add);
                files.add(
                        planted == null ? RecordSets.write(folder, part, i + 1) : planted.writeSet(part, rate, i + 1));
                progress.accept(interfaceId + " " + (i + 1) + " / " + parts.size() + " 組");
            }
        }
    }

    private Records typed(Records records) {
        return test ? records.asTest() : records;
    }

    /** The day's M01 file that names deleted keys, behind those that were just written. */
    void writeAfterDeletion(DailyPlan plan) throws IOException {
        if (planted != null && !test) {
            files.addAll(planted.writeAfterDeletion(plan, files.size() + 1));
        }
    }

    /** In the order in which they were written, the list of errors last. */
    List<Path> files() {
        List<Path> all = new ArrayList<>(files);
        if (planted != null) {
            all.add(folder.resolve(PlantedErrors.LIST));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        if (planted != null) {
            planted.close();
        }
    }
}
