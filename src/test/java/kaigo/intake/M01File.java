package kaigo.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kaigo.shared.InsurerNumber;

/** Builds the text of an M01 file for tests; every field can be set as a sender would write it. */
public final class M01File {

    private final InsurerNumber insurer;
    private final String process;
    private final List<List<String>> records = new ArrayList<>();
    private String createdAt = "20261120053000";
    private String targetDate = "20261120";
    private int announced = -1;

    public M01File(InsurerNumber insurer, String process) {
        this.insurer = insurer;
        this.process = process;
    }

    /** Built by hour and minute of the test day: later files have later times. */
    public M01File createdAt(String yyyyMMddHHmmss) {
        createdAt = yyyyMMddHHmmss;
        return this;
    }

    public M01File targetDate(String yyyyMMdd) {
        targetDate = yyyyMMdd;
        return this;
    }

    /** データ件数 as the control record says it, instead of the true one. */
    public M01File announcing(int records) {
        announced = records;
        return this;
    }

    public M01File add(String updateType, String insuredNumber, String myNumber, String name) {
        return add(updateType, insuredNumber, myNumber, name, "20261119120000");
    }

    public M01File add(String updateType, String insuredNumber, String myNumber, String name, String updatedAt) {
        List<String> record =
                new ArrayList<>(List.of(updateType, insurer.value(), insuredNumber, updatedAt, myNumber, name));
        record.addAll(List.of("カクウ　タロウ", "", "19340611", "0", "", "1", "8700000", "大分県架空市架空町一丁目", ""));
        record.addAll(List.of("1", "19990611", "02", "", "", "1", "", "", "0", ""));
        records.add(record);
        return this;
    }

    /** Changes an item of the record added last. @param number 項目番号 of the item table, from 1 */
    public M01File with(int number, String value) {
        records.getLast().set(number - 1, value);
        return this;
    }

    /** One more item at the end of the record added last. */
    public M01File withExtraItem(String value) {
        records.getLast().add(value);
        return this;
    }

    public String name(int sequence) {
        return "M01_%s_%s_%s_%03d.csv".formatted(insurer.value(), process, createdAt, sequence);
    }

    public String text() {
        StringBuilder text = new StringBuilder("1,1,M01,2.02,%s,%s,%s,%s,%d,test\r\n"
                .formatted(
                        insurer.value(), process, targetDate, createdAt, announced < 0 ? records.size() : announced));
        for (int i = 0; i < records.size(); i++) {
            text.append("2,").append(i + 2).append(',');
            text.append(String.join(",", records.get(i))).append("\r\n");
        }
        return text.append("3,").append(records.size() + 2).append("\r\n").toString();
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
