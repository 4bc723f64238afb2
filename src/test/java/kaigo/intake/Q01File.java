package kaigo.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import kaigo.layout.CanonicalForm;
import kaigo.layout.CheckOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;

/** Builds a 突合情報 file for tests. */
public final class Q01File {

    private final InsurerNumber insurer;
    private final List<String> records = new ArrayList<>();
    private String process = "D";
    private String targetDate = "20261120";
    private String createdAt = "20261120120000";

    public Q01File(InsurerNumber insurer) {
        this.insurer = insurer;
    }

    /** 処理区分 of an insurer that is being set up: I. */
    Q01File process(String code) {
        process = code;
        return this;
    }

    Q01File targetDate(String yyyyMMdd) {
        targetDate = yyyyMMdd;
        return this;
    }

    /** Files of one content need times of their own, or the second one is the same file again. */
    public Q01File createdAt(String yyyyMMddHHmmss) {
        createdAt = yyyyMMddHHmmss;
        return this;
    }

    /** What a municipality states that holds this record. */
    public Q01File add(Row record) {
        new RecordChecker(record.layout(), CheckOptions.standard()).check(record);
        StatedKey key = StatedKey.of(record).orElseThrow();
        return add(
                key.interfaceId(),
                text(key.insuredNumber()),
                text(key.historyNo()),
                text(key.restKey()),
                HexFormat.of().formatHex(new CanonicalForm(record.layout()).hash(record)));
    }

    public Q01File add(String interfaceId, String insuredNumber, String historyNo, String restKey, String contentHash) {
        records.add(String.join(",", interfaceId, insuredNumber, historyNo, restKey, contentHash));
        return this;
    }

    private static String text(@org.jspecify.annotations.Nullable String part) {
        return part == null ? "" : part;
    }

    public String name() {
        return "Q01_%s_%s_%s_001.csv".formatted(insurer.value(), process, createdAt);
    }

    public byte[] bytes() {
        StringBuilder text = new StringBuilder("1,1,Q01,2.02,%s,%s,%s,%s,%d,test\r\n"
                .formatted(insurer.value(), process, targetDate, createdAt, records.size()));
        for (int i = 0; i < records.size(); i++) {
            text.append("2,").append(i + 2).append(',').append(records.get(i)).append("\r\n");
        }
        text.append("3,").append(records.size() + 2).append("\r\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
