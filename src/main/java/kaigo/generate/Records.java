package kaigo.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.stream.IntStream;
import kaigo.layout.Control;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;

/**
 * レコードの列: how many there are and, one at a time, what they are. To be read once.
 *
 * @param baseDate 基準日 or 処理対象日
 */
public record Records(String insurerNumber, ProcessingType type, LocalDate baseDate, int count, Iterator<Row> rows) {

    /** 送信システム識別 of every generated file: says 架空 in the control record too. */
    private static final String SENDER = "KAKUU-GENERATOR";

    /** 初期セットアップ: every person of the population, 新規, in the order of 被保険者番号. */
    public static Records initial(Population population) {
        Persons persons = new Persons(population);
        Iterator<Row> rows = IntStream.range(0, population.count())
                .mapToObj(index -> M01Rows.of(persons.at(index), UpdateType.CREATE))
                .iterator();
        return new Records(
                population.insurerNumber(), ProcessingType.INITIAL, population.baseDate(), population.count(), rows);
    }

    /** The control record of a file of these records. */
    Control control(int dataCount) {
        return new Control(
                M01Rows.LAYOUT.interfaceId(),
                M01Rows.LAYOUT.version(),
                insurerNumber,
                type,
                baseDate,
                createdAt(),
                dataCount,
                SENDER);
    }

    /** A daily file is made after the initial one of the same day. */
    private LocalDateTime createdAt() {
        return baseDate.atTime(type == ProcessingType.INITIAL ? 2 : 5, 30);
    }
}
