package kaigo.generate;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import kaigo.layout.ErrorId;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.JisX0213;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * Passes records on, and damages one in so many, kind after kind. Reports what it planted, and the hard people whose names
 * lead to W3004 by themselves.
 */
final class Planter implements Iterator<Row> {
    private final Population population;
    private final ProcessingType type;
    private final Iterator<Row> clean;
    private final int every;
    private final List<Plant> kinds;
    private final Consumer<Planted> report;
    private @Nullable Row previous;
    private int position = -1;
    private int due;
    private int planted;

    Planter(Records records, double rate, Consumer<Planted> report) {
        this.population = records.population();
        this.type = records.type();
        this.clean = records.rows();
        this.every = Math.max(2, (int) Math.round(1 / rate));
        this.kinds = Plant.in(type);
        this.report = report;
        this.due = every - 1;
    }

    /** @param position of the record among all of the run, from 0 */
    record Planted(int position, ErrorId id, String item) {}

    @Override
    public boolean hasNext() {
        return clean.hasNext();
    }

    @Override
    public Row next() {
        Row row = clean.next();
        position++;
        Row before = position % MunicipalFiles.FILE_AT_MOST == 0 ? null : previous;
        previous = null;
        if (isOutside(row)) {
            report.accept(new Planted(position, ErrorId.W3004, M01.NAME.code()));
        } else if (position >= due && before != null && isPlain(row)) {
            plant(new PlantSite(population, row, before));
        } else if (isPlain(row)) {
            previous = row;
        }
        return row;
    }

    private void plant(PlantSite site) {
        Plant kind = kinds.get(planted++ % kinds.size());
        due += every;
        kind.damage(site);
        report.accept(new Planted(position, kind.id(), kind.item()));
    }

    /** An ordinary person with a number that gets its key, by an update of the register that is as usual in this file. */
    private boolean isPlain(Row row) {
        UpdateType usual = type == ProcessingType.INITIAL ? UpdateType.CREATE : UpdateType.UPDATE;
        String insured = row.get(M01.INSURED_NUMBER);
        String number = row.get(M01.MY_NUMBER);
        return usual.code().equals(row.get(M01.UPDATE_TYPE))
                && insured != null
                && insured.charAt(0) == '9'
                && number != null
                && FictitiousMyNumber.isLinked(number)
                && row.get(M01.BIRTH_DATE) != null;
    }

    private static boolean isOutside(Row row) {
        String name = row.get(M01.NAME);
        return name != null && JisX0213.firstOutside(name) >= 0;
    }
}
