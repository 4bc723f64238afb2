package kaigo.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.stream.IntStream;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * レコードの列: how many there are and, one at a time, what they are. To be read once.
 *
 * @param baseDate 基準日 or 処理対象日
 */
public record Records(
        Layout layout, Population population, ProcessingType type, LocalDate baseDate, int count, Iterator<Row> rows) {

    /** 送信システム識別 of every generated file: says 架空 in the control record too. */
    private static final String SENDER = "KAKUU-GENERATOR";

    private static final int LONG_FILE_AT_MOST = 10_000;

    /** NDJSON goes by the API, whose bodies hold a tenth of what a file may. */
    private static final int BODIES = 10;

    /** 初期セットアップ: every person of the population, 新規, in the order of 被保険者番号. */
    public static Records initial(Population population) {
        Persons persons = new Persons(population);
        Iterator<Row> rows = IntStream.range(0, population.count())
                .mapToObj(index -> M01Rows.of(persons.at(index), UpdateType.CREATE))
                .iterator();
        return new Records(
                M01Rows.LAYOUT, population, ProcessingType.INITIAL, population.baseDate(), population.count(), rows);
    }

    /**
     * 日次: the changes of the plan.
     *
     * @param from the neighbour's plan of the same day: who moves out there arrives here with the same マイナンバー; null: nobody known
     */
    public static Records daily(DailyPlan plan, @Nullable DailyPlan from) {
        return new Records(
                M01Rows.LAYOUT,
                plan.population(),
                ProcessingType.DAILY,
                plan.day(),
                plan.records(),
                new DailyRecords(plan).rows(from));
    }

    /** A 更新 and a 削除 by turns, of keys that the plan's day deletes: W2202 and E2103 after its files. */
    static Records afterDeletion(DailyPlan plan, int atMost) {
        int count = Math.min(atMost, plan.count(DailyPlan.Change.WRONG_RECORD));
        Iterator<Person> deleted = new DailyRecords(plan).deleted().limit(count).iterator();
        Iterator<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> M01Rows.of(deleted.next(), i % 2 == 0 ? UpdateType.UPDATE : UpdateType.DELETE))
                .iterator();
        return new Records(M01Rows.LAYOUT, plan.population(), ProcessingType.DAILY, plan.day(), count, rows);
    }

    /** Data records of one file at most: the limit of the link, and fewer where each has sheets and is long. */
    int fileAtMost(Form form) {
        int most = layout.sheets().isEmpty() ? MunicipalFiles.FILE_AT_MOST : LONG_FILE_AT_MOST;
        return form == Form.NDJSON ? most / BODIES : most;
    }

    /** The same in a file of which nothing is registered. */
    public Records asTest() {
        return new Records(layout, population, ProcessingType.TEST, baseDate, count, rows);
    }

    Records with(Iterator<Row> otherRows) {
        return new Records(layout, population, type, baseDate, count, otherRows);
    }

    /** 送るときのファイル名, if all records go in one file. */
    public String fileName(Form form) {
        return FileName.of(control(count), 1, form).toString();
    }

    /** The control record of a file of these records. */
    Control control(int dataCount) {
        return new Control(
                layout.interfaceId(),
                layout.version(),
                population.insurerNumber(),
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
