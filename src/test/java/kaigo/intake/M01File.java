package kaigo.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kaigo.shared.InsurerNumber;

/** Builds the text of an M01 file for tests; every field can be set as a sender would write it. */
final class M01File {

    private final InsurerNumber insurer;
    private final String process;
    private final List<String> records = new ArrayList<>();
    private String createdAt = "20261120053000";

    M01File(InsurerNumber insurer, String process) {
        this.insurer = insurer;
        this.process = process;
    }

    M01File createdAt(String yyyyMMddHHmmss) {
        createdAt = yyyyMMddHHmmss;
        return this;
    }

    M01File add(String updateType, String insuredNumber, String myNumber, String name) {
        return add(updateType, insuredNumber, myNumber, name, "20261119120000");
    }

    M01File add(String updateType, String insuredNumber, String myNumber, String name, String updatedAt) {
        records.add(String.join(
                ",",
                updateType,
                insurer.value(),
                insuredNumber,
                updatedAt,
                myNumber,
                name,
                "カクウ　タロウ",
                "",
                "19340611",
                "0",
                "",
                "1",
                "8700000",
                "大分県架空市架空町一丁目",
                "",
                "1",
                "19990611",
                "02",
                "",
                "",
                "1",
                "",
                "",
                "0",
                ""));
        return this;
    }

    String name(int sequence) {
        return "M01_%s_%s_%s_%03d.csv".formatted(insurer.value(), process, createdAt, sequence);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append("1,1,M01,2.02,")
                .append(insurer.value())
                .append(',')
                .append(process)
                .append(",20261120,");
        text.append(createdAt).append(',').append(records.size()).append(",test\r\n");
        for (int i = 0; i < records.size(); i++) {
            text.append("2,").append(i + 2).append(',').append(records.get(i)).append("\r\n");
        }
        text.append("3,").append(records.size() + 2).append("\r\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
